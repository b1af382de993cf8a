// The platform's side of safe mode, written from its description alone: node wechat.mjs seal|open TOKEN AESKEY APPID < text
import crypto from 'node:crypto';
import fs from 'node:fs';

const [mode, token, aesKey, appId] = process.argv.slice(2);
const key = Buffer.from(aesKey + '=', 'base64');
const iv = key.subarray(0, 16);
const input = fs.readFileSync(0);
const sign = (...parts) => crypto.createHash('sha1').update([token, ...parts].sort().join('')).digest('hex');

if (mode === 'seal') {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(input.length);
  let plain = Buffer.concat([crypto.randomBytes(16), length, input, Buffer.from(appId)]);
  const fill = 32 - (plain.length % 32);
  plain = Buffer.concat([plain, Buffer.alloc(fill, fill)]);
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  const timestamp = '1763863200';
  const nonce = crypto.randomBytes(6).toString('hex');
  console.log(JSON.stringify({
    timestamp, nonce, signature: sign(timestamp, nonce, sealed),
    body: `<xml><ToUserName><![CDATA[gh_city]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
  }));
} else {
  const xml = input.toString();
  const field = (name) => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(xml)[1];
  const sealed = field('Encrypt');
  if (sign(field('TimeStamp'), field('Nonce'), sealed) !== field('MsgSignature')) throw new Error('signature');
  const decipher = crypto.createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
  const end = plain.length - plain[plain.length - 1];
  const length = plain.readUInt32BE(16);
  if (plain.subarray(20 + length, end).toString() !== appId) throw new Error('appid');
  process.stdout.write(plain.subarray(20, 20 + length));
}
