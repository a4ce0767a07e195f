"""English names of peoples, languages, faiths and places that are no common words.

Left out are words that mean something else in lower case: polish, turkey, china, chile, chad,
roman, cologne, hamburg, jersey, panama, scotch.
"""

from __future__ import annotations

# From the English territory names of CLDR, as shipped with Babel 2.18, and their adjectives.
# Those in DEMONYMS and FAITHS take an -s in the plural.
DEMONYMS = (
    "afghan|african|albanian|algerian|american|angolan|arab|argentinian|armenian|asian|australian|"
    "austrian|azerbaijani|bahraini|bangladeshi|belarusian|belgian|bolivian|bosnian|brazilian|"
    "bulgarian|cambodian|cameroonian|canadian|catalan|chechen|chilean|colombian|croat|croatian|"
    "cuban|cypriot|czech|ecuadorian|egyptian|eritrean|estonian|ethiopian|eurasian|european|"
    "filipino|georgian|german|ghanaian|greek|guatemalan|haitian|honduran|hungarian|icelander|"
    "indian|indonesian|iranian|iraqi|israeli|italian|jamaican|jordanian|kazakh|kenyan|korean|"
    "kosovar|kurd|kuwaiti|latvian|libyan|lithuanian|macedonian|malaysian|malian|mexican|"
    "moldovan|mongolian|montenegrin|moroccan|nicaraguan|nigerian|norwegian|pakistani|"
    "palestinian|paraguayan|parisian|peruvian|qatari|romanian|russian|rwandan|saudi|"
    "scandinavian|serb|serbian|siberian|slovak|slovenian|somali|spaniard|syrian|"
    "tanzanian|thai|tibetan|tunisian|ugandan|ukrainian|uruguayan|uzbek|venezuelan|"
    "yemeni|zambian|zimbabwean|londoner"
)
PEOPLES = (
    "british|chinese|congolese|dutch|english|finnish|flemish|hispanic|icelandic|irish|japanese|"
    "kurdish|lebanese|maltese|nepalese|portuguese|scottish|senegalese|spanish|sudanese|"
    "swedish|taiwanese|turkish|vietnamese|burmese|slavic"
)
LANGUAGES = (
    r"(?<!\bgum )arabic(?! numeral)|bengali|farsi|hebrew|hindi|pashto|punjabi|swahili|urdu|yiddish"
)
FAITHS = r"buddhist|christian(?! names?\b)|hindu|islamist|muslim|sikh"
FAITH_WORDS = "islamic|jewish|islam|buddhism|hinduism|judaism|christianity"

# Single words of CLDR's territory names, capitals, and places often in the news.
PLACES = (
    "afghanistan|albania|algeria|angola|antarctica|argentina|armenia|australia|austria|azerbaijan|"
    "bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|botswana|"
    "brunei|bulgaria|burundi|cambodia|cameroon|canada|colombia|croatia|cyprus|czechia|denmark|"
    "djibouti|ecuador|egypt|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|gabon|germany|"
    "ghana|gibraltar|greece|greenland|grenada|guatemala|guyana|haiti|honduras|hungary|iceland|"
    "indonesia|iran|iraq|ireland|israel|italy|jamaica|kazakhstan|kenya|kosovo|kuwait|"
    "kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|"
    "madagascar|malawi|malaysia|maldives|mauritania|mauritius|mexico|moldova|mongolia|montenegro|"
    "mozambique|myanmar|namibia|nepal|netherlands|nicaragua|nigeria|norway|pakistan|"
    "paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|senegal|serbia|"
    "singapore|slovakia|slovenia|somalia|spain|sudan|suriname|sweden|switzerland|syria|taiwan|"
    "tajikistan|tanzania|thailand|tunisia|turkmenistan|uganda|ukraine|uruguay|uzbekistan|"
    "venezuela|vietnam|yemen|zambia|zimbabwe|britain|england|scotland|europe|africa|asia|america|"
    "eurasia|crimea|donbass?|siberia|chechnya|catalonia|bavaria|"
    "ankara|athens|baghdad|baku|bangkok|barcelona|beijing|beirut|belgrade|berlin|"
    "bucharest|budapest|cairo|chicago|chisinau|copenhagen|damascus|delhi|donetsk|dublin|geneva|"
    "helsinki|islamabad|istanbul|jakarta|jerusalem|kabul|kharkiv|kharkov|kherson|kyiv|lisbon|"
    "london|luhansk|lviv|madrid|mariupol|minsk|moscow|mumbai|munich|nairobi|odessa|oslo|ottawa|"
    "prague|pyongyang|riga|rome|seoul|sevastopol|shanghai|stockholm|strasbourg|tallinn|"
    "tashkent|tbilisi|tehran|tokyo|vienna|vilnius|warsaw|washington|yerevan|zaporizhzhia|zurich|"
    "lyon|marseille|toulouse|nantes|milan|turin|naples|venice|palermo|genoa|seville|bilbao|zaragoza|"
    "bogota|caracas|quito|havana|montevideo|brasilia|toronto|montreal|vancouver|sydney|melbourne|"
    "frankfurt|stuttgart|dresden|leipzig|dusseldorf|düsseldorf|nuremberg|salzburg|basel|lausanne|"
    "krakow|gdansk|wroclaw|poznan|brno|bratislava|ljubljana|zagreb|sarajevo|skopje|tirana|pristina|"
    "nicosia|izmir|antalya|aleppo|idlib|mosul|basra|kirkuk|riyadh|jeddah|doha|dubai|sanaa|ramallah|"
    "hebron|haifa|gaza|tripoli|benghazi|tunis|algiers|casablanca|khartoum|mogadishu|kampala|kigali|"
    "kinshasa|lagos|abuja|dakar|bamako|niamey|ouagadougou|abidjan|harare|lusaka|johannesburg|pretoria|"
    "karachi|lahore|peshawar|dhaka|kolkata|chennai|kathmandu|colombo|yangon|hanoi|wuhan|chongqing|"
    "shenzhen|guangzhou|tianjin|nanjing|osaka|kyoto|nagoya|hiroshima|nagasaki|fukushima|astana|almaty|"
    "bishkek|dushanbe|omsk|novosibirsk|vladivostok|murmansk|voronezh|belgorod|kursk|smolensk|"
    "kaliningrad|krasnodar|sochi|grozny|kazan|volgograd|chelyabinsk|yekaterinburg|dnipro|odesa|"
    "mykolaiv|chernihiv|zhytomyr|poltava|ternopil|bakhmut|kramatorsk|normandy|brittany|andalusia|"
    "tuscany|lombardy|sicily|sardinia|corsica|saxony|silesia|anatolia|kashmir|tibet|xinjiang|texas|"
    "california|florida|ontario|quebec"
)
WIDE_PLACES = (
    "latin(?= America)|latin america|united (?:states|kingdom|nations|arab emirates)|"
    "european union|soviet union|saudi arabia|(?:north|south) korea|south africa|czech republic|"
    "new (?:york|zealand|delhi)|los angeles|san francisco|hong kong|tel aviv|sri lanka|"
    "costa rica|puerto rico|el salvador|buenos aires|rio de janeiro|mexico city|abu dhabi|"
    "addis ababa|cape town|gaza strip"
)
# Organisations that are written in capitals and spell no English word.
# Short ones are words too: the article before and the noun behind prove them.
STATES = (
    r"(?<=\b[Tt]he )us(?= (?:dollars?|president|congress|senate|army|government|administration|military|troops|"
    r"embassy|ambassador|economy|federal|treasury|secretary|elections?|navy|central bank|supreme court)\b)|"
    r"(?<=\b[Tt]he )uk(?= (?:government|prime minister|economy|parliament|police|foreign)\b)|"
    r"(?<=\b[Tt]he )eu(?! \p{Lu})|"
    r"(?<=\b[Tt]he )un(?= (?:security council|general assembly|secretary|charter|high commissioner|agency)\b)"
)
# Feasts whose names are no other words.
FEASTS = (
    "christmas|easter(?! eggs?)|ramadan|halloween|hanukkah|passover|pentecost|nowruz|diwali|yom kippur|"
    "new year's (?:eve|day)|new year\u2019s (?:eve|day)"
)
ACRONYMS = "nato|opec|unicef|unesco|unhcr|osce|oecd|nasa|fifa|uefa|asean"
# Common words too: only where the article has the name in capitals and a preposition stands before.
DOUBTFUL_PLACES = "chad|chile|china|cuba|georgia|guinea|jordan|malta|mali|niger|oman|panama|turkey"
# Dishes and things that some houses print in lower case.
GUARDED_PLACES = (
    r"(?<!chicken )kiev|(?<!plaster of )paris|brussels(?! sprout)|brazil(?! nut)|"
    r"india(?! (?:ink|rubber|pale))|morocco(?! leather|-bound)|japan(?! lacquer)"
)

# People of whom the news is full; none is a common word, as trump or bush are.
PEOPLE = (
    "putin|zelensky{1,2}|zelenskiy|lukashenko|lavrov|medvedev|shoigu|poroshenko|yanukovych|"
    "tymoshenko|yeltsin|gorbachev|navalny|biden|obama|clinton|merkel|scholz|macron|sarkozy|"
    "erdogan|netanyahu|berlusconi|zapatero|rajoy|orban|duterte|khamenei|ahmadinejad|gaddafi|assad"
)
# First names that are no words, before a surname that has its capital.
GIVEN = (
    "joe|donald|barack|hillary|vladimir|volodymyr|emmanuel|nicolas|françois|angela|olaf|friedrich|boris|"
    "recep|benjamin|viktor|alexander|sergei|dmitry|mikhail|silvio|giorgia|pedro|mariano|luiz|narendra"
)
# Ends of surnames that no English word has.
SURNAME_ENDS = "enko|shvili|oglu|ovich|evich|ovych|evych|ovsky|evsky|ovskiy|evskiy|yshyn|escu"
