// The five cases of a short message gateway, the same for each: node cases.mjs smpp|kannel|cmpp
import {answered, ask, end, quiet, state, trial, wait} from '../shared/trial.mjs';

const name = process.argv[2];
const gateway = await (await import(`./${name}.mjs`)).start();
const prefix = {smpp: '1381111', kannel: '1381112', cmpp: process.env.TRY_EDITION === '3.0' ? '1381114' : '1381113'}[name];
const phone = (n) => prefix + String(n).padStart(4, '0');
const sentTo = (p) => gateway.sent.filter((m) => m.to.endsWith(p));
const count = (kind) => ask(`select count(*) from inbound.received where came_of_it = '${kind}'`);

await trial(name, 'incoming', async () => {
  const before = await count('OPENED');
  await gateway.incoming(phone(1), '我要投诉：示例小区停暖三天了，家里有老人和孩子。');
  await wait(async () => (await count('OPENED')) !== before, 'an appeal from the message');
  return `短信成为诉求 the message is appeal ${await ask(`select number from inbound.received where came_of_it = 'OPENED' order by done_at desc limit 1`)}`;
});
await trial(name, 'submit', async () => {
  const number = await answered(phone(2), '周一到周五九点到五点');
  const message = await wait(() => sentTo(phone(2)).find((m) => m.text.includes(number)), 'the message at the gateway');
  if (!message.text.includes('周一到周五')) throw new Error('other words: ' + message.text);
  return `${message.text.length} 字 characters: ${message.text}`;
});
await trial(name, 'long', async () => {
  const words = '请带身份证原件、房产证复印件和申请表到政务大厅三楼十二号窗口办理，'.repeat(4);
  const number = await answered(phone(3), words);
  const whole = await wait(() => {
    const all = sentTo(phone(3)).sort((a, b) => a.part - b.part).map((m) => m.text).join('');
    return all.includes(number) && all.split('三楼十二号窗口').length === 5 && all;
  }, 'all parts');
  return `${whole.length} 字，${sentTo(phone(3)).reduce((n, m) => n + (m.ids?.length ?? 1), 0)} 段 characters in parts`;
});
await trial(name, 'report', async () => {
  const good = await answered(phone(4), '九点');
  await wait(() => sentTo(phone(4)).length, 'the message');
  await gateway.report?.(sentTo(phone(4))[0], true);
  await wait(async () => (await state(good)).startsWith('DELIVERED'), 'DELIVERED');
  if (!gateway.report) return `${await state(good)}`;
  const bad = await answered(phone(5), '十点');
  await wait(() => sentTo(phone(5)).length, 'the message');
  await wait(async () => (await state(bad)).startsWith('SENT'), 'SENT');
  await gateway.report(sentTo(phone(5))[0], false);
  await wait(async () => (await state(bad)).startsWith('FAILED'), 'FAILED');
  return `${await state(good)}/ ${await state(bad)}`;
});
await trial(name, 'opt-out', async () => {
  const before = await count('OPTED_OUT');
  await gateway.incoming(phone(6), 'TD');
  await wait(async () => (await count('OPTED_OUT')) !== before, 'the wish');
  const number = await answered(phone(6), '十一点');
  const seen = await wait(async () => { const s = await state(number); return s && !s.startsWith('NEW') && s; }, 'what became of it');
  await quiet(3000);
  if (sentTo(phone(6)).length) throw new Error('a message was sent all the same');
  return `不再发送，转人工告知 none is sent: ${seen}`;
});
gateway.stop();
end();
