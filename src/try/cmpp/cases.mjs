// What a CMPP gateway does to those who trust it: TRY_EDITION=2.0|3.0 node cases.mjs
import {answered, ask, end, quiet, state, trial, wait} from '../shared/trial.mjs';
import {start} from '../sms/cmpp.mjs';

const gateway = await start();
const edition = process.env.TRY_EDITION;
const name = 'cmpp ' + edition;
const phone = (n) => (edition === '3.0' ? '1381114' : '1381113') + String(n).padStart(4, '0');
const sentTo = (p) => gateway.sent.filter((m) => m.to.endsWith(p));

await trial(name, 'early', async () => {
  gateway.say('early on');
  const number = await answered(phone(21), '请带身份证原件、房产证复印件和申请表到政务大厅三楼十二号窗口办理，'.repeat(4));
  await wait(async () => (await state(number)).startsWith('DELIVERED'), 'DELIVERED');
  gateway.say('early off');
  return `${sentTo(phone(21))[0].ids.length} 段，每段的报告在应答之前来两次 reports of each part twice before its answer: ${await state(number)}`;
});
await trial(name, 'parts', async () => {
  const words = '我家住振兴区某小区三号楼，暖气从上周五开始就一直不热，物业说是热力公司的事，热力公司说是物业的事，老人和孩子都冻感冒了，请帮忙协调解决一下，谢谢你们。';
  const before = await ask("select count(*) from inbound.received where came_of_it = 'OPENED'");
  await gateway.incoming(phone(22), words);
  await wait(async () => (await ask("select count(*) from inbound.received where came_of_it = 'OPENED'")) !== before, 'an appeal');
  return `${words.length} 字的短信成为一件诉求 a message of parts is one appeal`;
});
await trial(name, 'reconnect', async () => {
  const before = gateway.seen.up;
  gateway.say('drop');
  await wait(() => gateway.seen.down, 'the line is dropped');
  const number = await answered(phone(23), '九点');
  await wait(() => gateway.seen.up > before, 'the platform is there again');
  await wait(async () => (await state(number)).startsWith('SENT'), 'SENT');
  return `断线后重连，补发 sent over a new connection`;
});
await trial(name, 'silent', async () => {
  gateway.say('mute on');
  const number = await answered(phone(24), '十点');
  await wait(async () => (await state(number)).includes('NO_ANSWER'), 'NO_ANSWER');
  const from = Date.now();
  const before = await ask("select count(*) from inbound.received where came_of_it = 'OPENED'");
  await wait(() => gateway.seen.up > gateway.seen.down, 'the platform is there again');
  await gateway.incoming(phone(25), '路灯不亮，示例路十二号门前。');
  await wait(async () => (await ask("select count(*) from inbound.received where came_of_it = 'OPENED'")) !== before, 'an appeal meanwhile');
  gateway.say('mute off');
  return `网关收而不答：${await state(number)}，来信照收 it takes and does not answer; people's messages come in all the same (${((Date.now() - from) / 1000).toFixed(1)} s)`;
});
gateway.stop();
end();
