// Checks the signature of every golden mail with mailauth; the key comes from a file instead of DNS.

import { readFile, readdir } from 'node:fs/promises';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';

const folder = new URL('../golden/mail/', import.meta.url);
const [record, value] = (await readFile(new URL('dkim-test-record.txt', folder), 'utf8')).trim().split('\n');

async function resolver(name, type) {
  if (name === record && type === 'TXT') return [[value]];
  throw Object.assign(new Error(`no ${type} record for ${name}`), { code: 'ENOTFOUND' });
}

async function verdict(raw) {
  const { results } = await dkimVerify(raw, { resolver });
  return results.length === 1 ? results[0].status.result : `${results.length} signatures`;
}

const mails = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
const faults = [];
for (const name of mails) {
  const raw = await readFile(new URL(name, folder));
  const result = await verdict(raw);
  if (result !== 'pass') faults.push(`${name}: ${result}`);
  const forged = Buffer.concat([Buffer.from('From: thief@evil.example\r\n'), raw]);
  if ((await verdict(forged)) === 'pass') faults.push(`${name}: a second From goes unnoticed`);
}
console.log(faults.join('\n') || `mailauth: ${mails.length} mails pass`);
process.exit(faults.length > 0 || mails.length === 0 ? 1 : 0);
