/** The scripts around the program, with the programs that call them: {@code mvn test -Pintegration}. */
package dev.plimsoll.integration;
