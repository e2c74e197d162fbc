// Bundles the extension and the client library into one file, dist/extension.js: an editor opens one file faster than
// hundreds, and nothing else of node_modules has to be shipped.
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const { metafile } = await build({
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // VS Code 1.91, the oldest that package.json allows, runs extensions with Node 20.
    target: 'node20',
    conditions: ['node'],
    // the editor itself provides it
    external: ['vscode'],
    minifySyntax: true,
    minifyWhitespace: true,
    // what their licenses ask for stands in NOTICES.txt
    legalComments: 'none',
    metafile: true,
});

// dist/NOTICES.txt: the licenses of the packages that came into the bundle.
const packages = new Set();
for (const input of Object.keys(metafile.inputs)) {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found !== null) {
        packages.add(found[1]);
    }
}
const notices = [...packages].sort().map((name) => {
    const folder = `node_modules/${name}`;
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[sc]e/i.test(each));
    if (file === undefined) {
        throw new Error(`${name} has no license file`);
    }
    return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
});
writeFileSync('dist/NOTICES.txt', 'This extension contains:\n\n' + notices.join('\n---\n\n'));
