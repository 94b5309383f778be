"""Words of the agenda that is made for tests: closed ones, and an open one."""

SECRET = "Kommunen byder højst fire millioner kroner for grunden ved havnen i denne uge"
OFFER = "Sælgeren vil have sine penge inden jul og tager imod det næste bud der kommer"
WALL = "Muren skal hæves med en halv meter, før vinteren kommer igen til havnen"
