// Packs the extension into dist/plimsoll-VERSION[-TARGET].vsix:
//
//   node package.mjs [--target linux-x64 --server FOLDER] [--out FILE]
//
// With --server, the image in FOLDER (what "mvn -Pdist package" makes: bin, lib, runtime) goes into the extension's folder
// "server" and is the one that is started; --target says which platform it is for.
//
// A .vsix is a ZIP file with two descriptions in it. Writing it here takes a hundred lines; the usual tool brings 140
// packages with it. What it must contain: "VSIX package" of Visual Studio's Open Packaging Conventions, and what
// `vsce package` writes. The same input always gives the same bytes.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.mjs';
import { icon } from './icon.mjs';

const TARGETS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];

const { values: options } = parseArgs({
    options: { target: { type: 'string' }, server: { type: 'string' }, out: { type: 'string' } },
});
if ((options.target === undefined) !== (options.server === undefined)) {
    throw new Error('--target and --server go together: an image runs on one platform');
}
if (options.target !== undefined && !TARGETS.includes(options.target)) {
    throw new Error(`--target must be one of ${TARGETS.join(', ')}`);
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const shipped = { ...manifest };
// what only building needs
delete shipped.scripts;
delete shipped.devDependencies;
delete shipped.private;

const files = [
    file('extension.vsixmanifest', description()),
    file('[Content_Types].xml', contentTypes()),
    file('extension/package.json', JSON.stringify(shipped, null, 2) + '\n'),
    file('extension/readme.md', readFileSync('README.md')),
    file('extension/changelog.md', readFileSync('CHANGELOG.md')),
    file('extension/LICENSE.txt', readFileSync('../../../LICENSE')),
    file('extension/NOTICES.txt', readFileSync('dist/NOTICES.txt')),
    file('extension/icon.png', icon()),
    file('extension/extension.js', readFileSync('dist/extension.js')),
    ...(options.server === undefined ? [] : folder(options.server, 'extension/server')),
];
const suffix = options.target === undefined ? '' : `-${options.target}`;
const out = options.out ?? `dist/plimsoll-${manifest.version}${suffix}.vsix`;
writeFileSync(out, zip(files));
console.log(out);

function file(name, content, executable = false) {
    return { name, content: Buffer.from(content), executable };
}

/** All files below a folder, in the order of their names. */
function folder(from, to) {
    return readdirSync(from)
        .sort()
        .flatMap((name) => {
            const source = path.join(from, name);
            const status = statSync(source);
            return status.isDirectory()
                ? folder(source, `${to}/${name}`)
                : [file(`${to}/${name}`, readFileSync(source), (status.mode & 0o100) !== 0)];
        });
}

/** What the marketplace and the editor read first. */
function description() {
    const platform = options.target === undefined ? '' : ` TargetPlatform="${options.target}"`;
    const property = (id, value) => `<Property Id="Microsoft.VisualStudio.${id}" Value="${escaped(value)}" />`;
    const asset = (type, name) =>
        `<Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${name}" Addressable="true" />`;
    return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${manifest.name}" Version="${manifest.version}" Publisher="${manifest.publisher}"${platform} />
    <DisplayName>${escaped(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(manifest.description)}</Description>
    <Tags>${escaped(manifest.keywords.join(','))}</Tags>
    <Categories>${escaped(manifest.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      ${property('Code.Engine', manifest.engines.vscode)}
      ${property('Code.ExtensionDependencies', '')}
      ${property('Code.ExtensionPack', '')}
      ${property('Code.ExtensionKind', manifest.extensionKind.join(','))}
      ${property('Code.LocalizedLanguages', '')}
      ${property('Services.Links.Source', manifest.repository.url)}
      ${property('Services.Links.Getstarted', manifest.repository.url)}
      ${property('Services.Links.GitHub', manifest.repository.url)}
      ${property('Services.Links.Support', manifest.bugs.url)}
      ${property('Services.Links.Learn', manifest.homepage)}
      ${property('Services.Branding.Color', manifest.galleryBanner.color)}
      ${property('Services.Branding.Theme', manifest.galleryBanner.theme)}
      ${property('Services.GitHubFlavoredMarkdown', 'true')}
      ${property('Services.Content.Pricing', 'Free')}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/icon.png</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
    ${asset('Code.Manifest', 'package.json')}
    ${asset('Services.Content.Details', 'readme.md')}
    ${asset('Services.Content.Changelog', 'changelog.md')}
    ${asset('Services.Content.License', 'LICENSE.txt')}
    ${asset('Services.Icons.Default', 'icon.png')}
  </Assets>
</PackageManifest>
`;
}

function contentTypes() {
    const types = {
        json: 'application/json',
        vsixmanifest: 'text/xml',
        md: 'text/markdown',
        txt: 'text/plain',
        png: 'image/png',
        js: 'application/javascript',
    };
    const defaults = Object.entries(types).map(([end, type]) => `<Default Extension=".${end}" ContentType="${type}" />`);
    return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}</Types>
`;
}

function escaped(text) {
    return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A ZIP file. Source: PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; all numbers are little-endian. */
function zip(entries) {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const { name, content, executable } of entries) {
        const path = Buffer.from(name, 'utf8');
        const packed = deflateRawSync(content, { level: 9 });
        // Of both headers: version 2.0, names in UTF-8, deflated, January 1, 1980, checksum, sizes, length of the name.
        const common = Buffer.alloc(26);
        common.writeUInt16LE(20, 0);
        common.writeUInt16LE(0x0800, 2);
        common.writeUInt16LE(8, 4);
        common.writeUInt16LE(0x0021, 8);
        common.writeUInt32LE(crc32(content), 10);
        common.writeUInt32LE(packed.length, 14);
        common.writeUInt32LE(content.length, 18);
        common.writeUInt16LE(path.length, 22);
        parts.push(Buffer.from('PK\x03\x04'), common, path, packed);
        // Made on Unix, whose rights of a file are in the upper half of the attributes.
        const rest = Buffer.alloc(14);
        rest.writeUInt32LE(((executable ? 0o100755 : 0o100644) << 16) >>> 0, 6);
        rest.writeUInt32LE(offset, 10);
        directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, path);
        offset += 4 + common.length + path.length + packed.length;
    }
    const listing = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 0, 'latin1');
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(listing.length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...parts, listing, end]);
}
