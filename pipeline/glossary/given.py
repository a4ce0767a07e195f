"""First names that many people bear: before a name they say that it is somebody's surname."""

GIVEN = frozenset(
    """
    Aaron Abdul Abraham Adam Adrian Agnes Ahmad Ahmed Ahmet Aisha Alain Alan Albert Aleksandar
    Alessandro Alex Alexander Alexis Alfred Ali Alice Aline Alvaro Amanda Amir Amy Ana Anatoly
    Andrea Andreas Andrei Andrew Andrey Andriy Andrzej Andrés Angela Anita Anna Anne Anthony
    Anton Antonia Antonio Ari Artem Arthur Arturo Astrid Axel Barbara Ben Benjamin Bernard
    Bernd Bernhard Bettina Bill Birgit Björn Bob Bogdan Boris Brian Brigitte Bruce Bruno
    Camille Carl Carla Carlo Carlos Carmen Carol Caroline Catherine Chad Chantal Charles Chloe
    Chris Christian Christina Christine Christoph Christopher Claire Clara Claude Claudia
    Claudio Craig Cristina Dan Daniel Daria David Deborah Denis Dennis Diana Diego Dirk Dmitri
    Dmitry Dominik Dominique Donald Donna Doris Dorothy Dragan Eduardo Edward Ekaterina Elena
    Elias Elizabeth Ellen Emily Emma Enrique Eric Erik Erika Ernest Ernst Esther Eugene Eva
    Evan Fabian Fatima Felipe Felix Fernando Florian Francesca Francesco Francis Francisco
    Frank Franz François Fred Friedrich Gabriel Gareth Gary George Gerald Gerard Gerhard
    Giovanni Giulia Giuseppe Gloria Gordon Grace Graham Greg Gregory Gustavo Guy Hannah Hans
    Harold Harry Hassan Heather Heidi Heinz Helen Helmut Henri Henry Howard Hugo Hussein Ian
    Ibrahim Igor Inga Ingrid Irene Irina Iris Isaac Isabel Ivan Ivana Jacek Jack Jacob
    Jacqueline Jacques Jaime Jakub James Jan Jana Jane Janet Jason Javier Jean Jeff Jennifer
    Jessica Jesús Jim Joan Joe Johann John Jonathan Jorge Jose Josef Joseph Joshua Jovan Juan
    Judith Julia Julian Julie Julien Jürgen Karen Karl Katarina Kate Katherine Katja Keith
    Kelly Ken Kevin Kirill Klaus Ksenia Kurt Larry Laura Lauren Leila Lena Leo Leon Lev Lidia
    Linda Lisa Lorenzo Louis Louise Luc Luca Lucas Lucy Luigi Luis Luke Magdalena Manuel Marc
    Marcel Marcin Marco Marcus Margaret Margarita Maria Marie Marina Mario Marion Mark Marko
    Markus Marta Martha Martin Mary Mateo Matthew Matthias Maurice Max Megan Mehmet Melanie
    Michael Michal Michel Michelle Miguel Mike Mikhail Milena Miriam Miroslav Mohamed Mohammad
    Mohammed Monica Monika Moritz Mustafa Nadia Nadine Nancy Natalie Natasha Nathalie Nathan
    Nicholas Nick Nicole Niklas Nikola Nikolai Nina Norbert Olga Oliver Olivia Omar Ondřej
    Oscar Otto Pablo Pamela Paolo Pascal Patrice Patricia Patrick Paul Paula Pavel Pedro Peter
    Petr Petra Philip Philippe Pierre Piotr Rachel Radek Rafael Raimund Ralf Ralph Ramón
    Raymond Raúl Rebecca Renata Renate Rene René Ricardo Richard Rita Robert Roberto Roger
    Roland Rolf Roman Ronald Rosa Rostislav Roy Rupert Ruslan Russell Ruth Ryan Sabine Salma
    Sam Samantha Samuel Sandra Sandro Sara Sarah Scott Sean Sebastian Sergei Sergio Shane
    Sharon Silvia Simon Simone Sofia Sofie Sonia Sophie Stanislav Stefan Stephanie Stephen
    Steve Steven Susan Svetlana Sylvie Tamara Tanya Tatiana Teresa Tereza Thierry Thomas Tim
    Timothy Tobias Tom Tomasz Tomáš Tony Torsten Ulrich Ursula Uta Uwe Valentina Vanessa Vera
    Veronica Victor Viktoria Vincent Vladimir Vyacheslav Véronique Walter Wendy Werner Wilhelm
    William Wolfgang Xavier Yann Yulia Yuri Yusuf Yvonne Zoe Zsuzsa Zuzana Ángel
    """.split()
)
