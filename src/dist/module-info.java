/**
 * All of Plimsoll as one module, with what it brings along, so that jlink can put it into the image: from there its
 * classes are read faster than from a jar. The jar on the class path does not need this file, which only the profile
 * "dist" compiles.
 */
module dev.plimsoll {
    // what the protocol of editors is read with says what it cannot read
    requires java.logging;
}
