// The platform's side of a WeChat official account, by Node's own cryptography alone: what it sends is sealed here, what it is asked is answered here.
import crypto from 'node:crypto';
import http from 'node:http';
import {ask, base, end, quiet, trial, wait} from '../shared/trial.mjs';

const {SHOUWEN_WECHAT_TOKEN: token, SHOUWEN_WECHAT_AES_KEY: aesKey, SHOUWEN_WECHAT_APP_ID: appId, TRY_API_PORT} = process.env;
const key = Buffer.from(aesKey + '=', 'base64');
const sign = (...parts) => crypto.createHash('sha1').update([token, ...parts].sort().join('')).digest('hex');
const now = () => String(Math.floor(Date.now() / 1000));

function seal(xml) {
  const text = Buffer.from(xml);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([crypto.randomBytes(16), length, text, Buffer.from(appId)]);
  const fill = 32 - (plain.length % 32);
  const cipher = crypto.createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(fill, fill)])), cipher.final()]).toString('base64');
}

function unseal(xml) {
  const field = (name) => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(xml)[1];
  if (sign(field('TimeStamp'), field('Nonce'), field('Encrypt')) !== field('MsgSignature')) throw new Error('the answer is signed wrongly');
  const decipher = crypto.createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Buffer.from(field('Encrypt'), 'base64')), decipher.final()]);
  return plain.subarray(20, 20 + plain.readUInt32BE(16)).toString();
}

async function send(fields, {forge = false} = {}) {
  const xml = '<xml>' + Object.entries({ToUserName: 'gh_try', FromUserName: 'oTRY_someone_0001', CreateTime: now(), ...fields})
    .map(([k, v]) => `<${k}><![CDATA[${v}]]></${k}>`).join('') + '</xml>';
  const sealed = seal(xml);
  const [timestamp, nonce] = [now(), crypto.randomBytes(6).toString('hex')];
  const signature = forge ? '0'.repeat(40) : sign(timestamp, nonce, sealed);
  const response = await fetch(`${base}/api/channels/wechat?msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
    {method: 'POST', headers: {'content-type': 'text/xml'}, body: `<xml><ToUserName>gh_try</ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`});
  return {status: response.status, body: await response.text()};
}

const told = [];
const api = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  response.setHeader('content-type', 'application/json');
  if (request.url.startsWith('/cgi-bin/stable_token')) return response.end('{"access_token":"AT","expires_in":7200}');
  told.push({path: request.url, ...JSON.parse(body)});
  response.end('{"errcode":0,"errmsg":"ok"}');
});
api.listen(Number(TRY_API_PORT), '127.0.0.1');
const count = () => ask("select count(*) from inbound.received where source = 'wechat'").then(Number);
const opened = () => ask("select count(*) from inbound.received where source = 'wechat' and came_of_it = 'OPENED'").then(Number);

await trial('wechat', 'address', async () => {
  const [timestamp, nonce] = [now(), 'n1'];
  const get = (s) => fetch(`${base}/api/channels/wechat?signature=${s}&timestamp=${timestamp}&nonce=${nonce}&echostr=mine`);
  const good = await (await get(sign(timestamp, nonce))).text();
  const bad = (await get('0'.repeat(40))).status;
  if (good !== 'mine' || bad !== 404) throw new Error(`${good} ${bad}`);
  return '自己的签名得到回声，别的得到 404 its signature is echoed, another gets 404';
});
await trial('wechat', 'text', async () => {
  const {status, body} = await send({MsgType: 'text', Content: '示例小区路灯 <三盏> & 不亮了，晚上看不见路', MsgId: '10001'});
  if (status !== 200 || body !== 'success') throw new Error(status + ' ' + body);
  await wait(async () => (await opened()) === 1, 'an appeal');
  return '成为诉求 is an appeal ' + await ask("select number from inbound.received where source = 'wechat' and came_of_it = 'OPENED'");
});
await trial('wechat', 'replay', async () => {
  for (let i = 0; i < 3; i++) await send({MsgType: 'text', Content: '示例小区路灯 <三盏> & 不亮了，晚上看不见路', MsgId: '10001'});
  await quiet(3000);
  if ((await count()) !== 1 || (await opened()) !== 1) throw new Error('taken again');
  return '同一 MsgId 四次，一件诉求 the same MsgId four times, one appeal';
});
await trial('wechat', 'forged', async () => {
  const {status} = await send({MsgType: 'text', Content: '伪造', MsgId: '10002'}, {forge: true});
  if (status !== 404 || (await count()) !== 1) throw new Error('taken: ' + status);
  return '404，没有收下 404, not taken';
});
await trial('wechat', 'menu', async () => {
  const {body} = await send({MsgType: 'event', Event: 'CLICK', EventKey: 'lookup'});
  const answer = unseal(body);
  if (!answer.includes('oTRY_someone_0001')) throw new Error(answer);
  return '加密答复可以解开 the sealed answer opens: ' + /<Content>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/Content>/s.exec(answer)[1].replaceAll('\n', ' ').slice(0, 60);
});
await trial('wechat', 'told', async () => {
  const message = await wait(() => told.find((t) => t.touser === 'oTRY_someone_0001'), 'a message at the interface');
  return `${message.path.split('?')[0]}: ${JSON.stringify(message.text ?? message.data).slice(0, 80)}`;
});
api.close();
end();
