// Five cases of a mailbox: letters are put into dovecot as its own delivery program does, answers are read where aiosmtpd keeps what it took.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {ask, end, quiet, trial, wait} from '../shared/trial.mjs';

const {TRY_DOVECOT, TRY_SENT} = process.env;
let ids = 0;

function arrives(headers, body) {
  const all = {From: '王示例 <wang@example.invalid>', To: 'hotline@city.invalid', Date: new Date().toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<try-${++ids}@example.invalid>`, 'MIME-Version': '1.0', ...headers};
  const head = Buffer.from(Object.entries(all).map(([k, v]) => `${k}: ${v}\r\n`).join('') + '\r\n');
  execFileSync('/usr/lib/dovecot/dovecot-lda', ['-c', TRY_DOVECOT, '-d', 'hotline'], {input: Buffer.concat([head, Buffer.from(body)])});
}

const came = (kind) => ask(`select count(*) from inbound.received where source = 'mail' and came_of_it = '${kind}'`).then(Number);
const newest = () => ask("select number from inbound.received where source = 'mail' and number is not null order by done_at desc limit 1");
const words = (number) => ask(`select title || ' / ' || content from intake.appeal where number = '${number}'`);
const sent = () => ['new', 'cur'].flatMap((d) => (fs.existsSync(`${TRY_SENT}/${d}`) ? fs.readdirSync(`${TRY_SENT}/${d}`).map((f) => fs.readFileSync(`${TRY_SENT}/${d}/${f}`, 'utf8')) : []));
const field = (mail, name) => new RegExp(`^${name}: (.*)$`, 'mi').exec(mail)?.[1].trim();
let answer;
let first;

await trial('mail', 'incoming', async () => {
  arrives({Subject: '=?utf-8?B?' + Buffer.from('路灯不亮').toString('base64') + '?=', 'Content-Type': 'text/plain; charset=utf-8'}, '示例小区门口三盏路灯不亮，晚上看不见路。\r\n');
  await wait(async () => (await came('OPENED')) === 1, 'an appeal');
  first = await newest();
  return `${first}: ${await words(first)}`;
});
await trial('mail', 'answer', async () => {
  answer = await wait(() => sent().find((m) => field(m, 'In-Reply-To') === '<try-1@example.invalid>'), 'an answer in the thread');
  return `${field(answer, 'From')} → ${field(answer, 'To')}, In-Reply-To ${field(answer, 'In-Reply-To')}`;
});
await trial('mail', 'GB18030', async () => {
  // 投诉 as GBK in the head; 噪声太大，夜里睡不着 as GB18030 in the text
  arrives({Subject: '=?GBK?B?zbbL3w==?=', 'Content-Type': 'text/plain; charset=gb18030', 'Content-Transfer-Encoding': 'base64'}, '1OvJ+cyrtPOjrNK5wO/Lr7K718U=\r\n');
  await wait(async () => (await came('OPENED')) === 2, 'an appeal');
  const said = await words(await newest());
  if (!said.startsWith('投诉') || !said.includes('噪声太大，夜里睡不着')) throw new Error(said);
  return said;
});
await trial('mail', 'thread', async () => {
  arrives({Subject: 'Re: ' + field(answer, 'Subject'), 'In-Reply-To': field(answer, 'Message-ID'), 'Content-Type': 'text/plain; charset=utf-8'}, '补充：第四盏也坏了。\r\n');
  await wait(async () => (await came('ADDED')) === 1, 'an addition');
  if ((await newest()) !== first) throw new Error('added to ' + (await newest()));
  return `加到 added to ${first}`;
});
await trial('mail', 'no loop', async () => {
  const before = [await came('OPENED'), await came('ADDED'), sent().length];
  arrives({Subject: 'out of office', 'Auto-Submitted': 'auto-replied', 'Content-Type': 'text/plain; charset=utf-8'}, '我在休假。\r\n');
  await wait(async () => (await came('IGNORED')) === 1, 'kept');
  await quiet(4000);
  const after = [await came('OPENED'), await came('ADDED')];
  if (after[0] !== before[0] || after[1] !== before[1]) throw new Error('was taken for a matter');
  if (sent().some((m) => field(m, 'In-Reply-To') === `<try-${ids}@example.invalid>`)) throw new Error('was answered');
  return '自动答复收存而不答 an automatic answer is kept and not answered';
});
end();
