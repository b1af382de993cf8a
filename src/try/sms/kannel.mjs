// Kannel between its own false centre (fakesmsc, a telephone that takes what is sent and says what it is told to) and the platform. The
// platform posts JSON and kannel wants a GET of its own: the bridge here is what a city with kannel needs as well.
import {spawn} from 'node:child_process';
import http from 'node:http';
import readline from 'node:readline';
import {base, quiet} from '../shared/trial.mjs';

const {TRY_FAKESMSC, TRY_GATEWAY_PORT, TRY_SENDSMS, TRY_SMSC_PORT, SHOUWEN_SMS_INBOUND_TOKEN} = process.env;

/** `FROM TO ucs2 [HEADER] TEXT`, percent-coded: big-endian 16 bit, before it the header of a part. */
function received(line) {
  const [, to, kind, ...rest] = /<(.*)>/.exec(line)[1].split(' ');
  const bytes = (t) => Buffer.from(t.replaceAll('+', ' ').replace(/%(..)/g, (_, h) => String.fromCharCode(parseInt(h, 16))), 'latin1');
  const header = kind.startsWith('udh') ? bytes(rest[0]) : null;
  return {to, part: header ? header[header.length - 1] : 1, text: bytes(rest.at(-1)).swap16().toString('utf16le')};
}

export async function start() {
  const sent = [];
  const reports = `${base}/api/channels/sms/reports?token=${SHOUWEN_SMS_INBOUND_TOKEN}`;
  const bridge = http.createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const m = JSON.parse(body);
    const url = new URL(TRY_SENDSMS);
    url.search = new URLSearchParams({username: 'try', password: 'try', from: '10690012345' + (m.extension ?? ''), to: m.to, text: m.text,
      charset: 'UTF-8', coding: '2', 'dlr-mask': '31', 'dlr-url': `${reports}&id=${m.id}&status=%d`});
    const answer = await fetch(url);
    response.writeHead(answer.ok ? 200 : 503).end('{}');
  });
  bridge.listen(Number(TRY_GATEWAY_PORT), '127.0.0.1');
  let phone;
  async function telephone(words) {
    phone?.kill();
    await quiet(500);
    phone = spawn(TRY_FAKESMSC, ['-H', '127.0.0.1', '-r', TRY_SMSC_PORT, '-i', '0.1', '-m', '1', words], {stdio: ['ignore', 'pipe', 'pipe']});
    for (const stream of [phone.stdout, phone.stderr]) readline.createInterface({input: stream}).on('line', (line) => {
      if (process.env.TRY_LOUD) console.error(line);
      if (/got message/i.test(line) && line.includes('<')) sent.push(received(line));
    });
  }
  return {sent, incoming: (from, text) => telephone(`${from} 10690012345 text ${text}`), stop: () => { phone?.kill(); bridge.close(); }};
}
