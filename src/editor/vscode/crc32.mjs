// The checksum of ZIP and PNG files. Node's own came with version 20.15, and Debian 12 has Node 18.
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) {
        rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
    return rest;
});

/** CRC-32 of bytes, unsigned. */
export function crc32(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
        sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
    }
    return ~sum >>> 0;
}
