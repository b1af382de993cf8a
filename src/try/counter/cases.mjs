// Five cases at the counter: the machine answers, is not asked for a letter, breaks, falls silent; and the receipt opens the look-up.
import http from 'node:http';
import {randomUUID} from 'node:crypto';
import {ask, base, end, trial} from '../shared/trial.mjs';
import {signedIn} from '../shared/clerk.mjs';

const asked = [];
let mode = 'answers';
const machine = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  asked.push(JSON.parse(body).appeal);
  if (mode === 'silent') return;
  response.writeHead(mode === 'broken' ? 500 : 200, {'content-type': 'application/json'});
  response.end(JSON.stringify({ticket: 'A012', ahead: 3}));
});
machine.listen(Number(process.env.TRY_MACHINE_PORT), '127.0.0.1');
const clerk = await signedIn(base, 'dispatcher');

async function registers(channel, content) {
  const from = Date.now();
  const {status} = await clerk.form('/desk/counter', {key: randomUUID(), channel, kind: 'livelihood', content, name: '王示例', phone: '13800000001'});
  if (status !== 302) throw new Error('not registered: ' + status);
  const page = await clerk.page('/desk/counter/receipt');
  const [number, code] = [...page.matchAll(/class="sw-big sw-num">([^<]+)</g)].map((m) => m[1]);
  return {page, number, code, took: (Date.now() - from) / 1000};
}

let visitor;
await trial('counter', 'visitor', async () => {
  visitor = await registers('visit', '来访反映楼道灯不亮，请派人修理');
  if (!visitor.page.includes('A012') || !visitor.page.includes('前面还有 3 位') || !visitor.page.includes('<svg class="in-qr"')) throw new Error('no number or code on the receipt');
  if (asked.at(-1) !== visitor.number) throw new Error('the machine was asked for ' + asked.at(-1));
  return `${visitor.number}，排队号 queue number A012`;
});
await trial('counter', 'look-up', async () => {
  const channel = await ask(`select channel from intake.appeal where number = '${visitor.number}'`);
  if (channel !== 'visit' || !/^[A-Z0-9]{6,}$/.test(visitor.code)) throw new Error(channel + ' ' + visitor.code);
  return `回执上有编号、查询码和二维码 the receipt bears number, code and QR code`;
});
await trial('counter', 'letter', async () => {
  const before = asked.length;
  const {page, number} = await registers('letter', '来信反映垃圾没有清运，请派人清理');
  if (asked.length !== before || page.includes('排队号')) throw new Error('a queue number for a letter');
  return `${number}，来信不取号 none is drawn for a letter`;
});
for (const [name, how] of [['broken', '坏了 broken'], ['silent', '收而不答 takes and does not answer']])
  await trial('counter', name, async () => {
    mode = name;
    const {page, number, took} = await registers('visit', '来访反映水压太低，请派人查看');
    if (!page.includes('叫号机没有应答') || took > 8) throw new Error(`${took} s`);
    return `叫号机${how}：${number} 照样登记，回执说明 registered all the same`;
  });
machine.closeAllConnections();
machine.close();
end();
