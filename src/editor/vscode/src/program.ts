import { access, constants, stat } from 'node:fs/promises';
import * as path from 'node:path';

/** A program to start, and who named it. */
export interface Program {
    readonly file: string;
    readonly from: 'settings' | 'extension' | 'PATH';
}

/** Where to look for the program. */
export interface Places {
    /** The setting `plimsoll.path`; empty if it is not set. */
    readonly setting: string;
    /** The folder of this extension. */
    readonly extension: string;
    /** The variable `PATH`. */
    readonly path: string;
    readonly windows: boolean;
}

/**
 * Finds the program: the one that the settings name, else the one that came with the extension, else the first on PATH.
 * One that the settings name and that is not there is not replaced by another: the user would not notice.
 */
export async function find(places: Places): Promise<Program | undefined> {
    if (places.setting !== '') {
        // A relative path would mean a file of whatever folder is open.
        const usable = path.isAbsolute(places.setting) && (await isProgram(places.setting));
        return usable ? { file: places.setting, from: 'settings' } : undefined;
    }
    const name = places.windows ? 'plimsoll.cmd' : 'plimsoll';
    const bundled = path.join(places.extension, 'server', 'bin', name);
    if (await isProgram(bundled)) {
        return { file: bundled, from: 'extension' };
    }
    for (const folder of places.path.split(path.delimiter)) {
        // The same holds for "." and the empty entry, which means the same.
        if (path.isAbsolute(folder)) {
            const file = path.join(folder, name);
            if (await isProgram(file)) {
                return { file, from: 'PATH' };
            }
        }
    }
    return undefined;
}

async function isProgram(file: string): Promise<boolean> {
    try {
        await access(file, constants.X_OK);
        return (await stat(file)).isFile();
    } catch {
        return false;
    }
}
