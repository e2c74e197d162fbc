/** What tests of several packages share: fixtures, goldens, running the linter on a text. */
package dev.plimsoll.testkit;
