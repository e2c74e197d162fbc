// Draws the icon, since a marketplace takes no SVG: a load line as on a ship's side, a ring with a line through it.
import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32.mjs';

const SIZE = 256;
const PAPER = [16, 22, 29];
const INK = [134, 193, 222];
const MARK = [224, 168, 58];

/** The icon, as the bytes of a PNG file. */
export function icon() {
    const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
    for (let y = 0; y < SIZE; y++) {
        for (let x = 0; x < SIZE; x++) {
            const fromCenter = Math.hypot(x + 0.5 - SIZE / 2, y + 0.5 - SIZE / 2);
            const ring = covered(Math.abs(fromCenter - 70) - 11);
            const line = covered(box(x, y, 104, 9));
            // the paper has round corners
            const paper = covered(box(x, y, SIZE / 2 - 40, SIZE / 2 - 40) - 40);
            const color = PAPER.map((part, i) => mix(mix(part, INK[i], ring), MARK[i], line));
            rows.set([...color, Math.round(255 * paper)], y * (1 + SIZE * 4) + 1 + x * 4);
        }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(SIZE, 0);
    header.writeUInt32BE(SIZE, 4);
    header.set([8, 6], 8); // 8 bits each of red, green, blue and opacity
    return Buffer.concat([
        Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
        chunk('IHDR', header),
        chunk('IDAT', deflateSync(rows, { level: 9 })),
        chunk('IEND', Buffer.alloc(0)),
    ]);
}

/** Distance in pixels from a box around the center, negative inside. */
function box(x, y, halfWidth, halfHeight) {
    const dx = Math.abs(x + 0.5 - SIZE / 2) - halfWidth;
    const dy = Math.abs(y + 0.5 - SIZE / 2) - halfHeight;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
}

/** How much of a pixel a shape covers whose edge is so far away. */
function covered(distance) {
    return Math.min(1, Math.max(0, 0.5 - distance));
}

function mix(from, to, share) {
    return Math.round(from + (to - from) * share);
}

function chunk(type, data) {
    const out = Buffer.alloc(12 + data.length);
    out.writeUInt32BE(data.length, 0);
    out.write(type, 4, 'latin1');
    out.set(data, 8);
    out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
    return out;
}
