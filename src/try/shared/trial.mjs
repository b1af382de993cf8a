// What every trial of a channel needs: questions to the platform's database, waiting, appeals that are answered, a line for each case.
import {spawn} from 'node:child_process';
import readline from 'node:readline';
import path from 'node:path';

const {SHOUWEN_HOME, TRY_CLASSPATH, TRY_BASE, TRY_TOKEN, JAVA_HOME} = process.env;
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const child = spawn(JAVA_HOME ? JAVA_HOME + '/bin/java' : 'java', ['-cp', TRY_CLASSPATH, here + '/Query.java', SHOUWEN_HOME],
  {stdio: ['pipe', 'pipe', 'inherit']});
const lines = readline.createInterface({input: child.stdout})[Symbol.asyncIterator]();
export const base = TRY_BASE;
let failed = 0;

export async function ask(sql) {
  child.stdin.write(sql.replaceAll('\n', ' ') + '\n');
  return (await lines.next()).value;
}

/** Looks again and again until there is something, a minute and a half at most. */
export async function wait(look, what) {
  for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((r) => setTimeout(r, 200))) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error('not seen: ' + what);
}

export const quiet = (ms) => new Promise((r) => setTimeout(r, ms));

/** A question that an agent answers at once: its number. */
export async function answered(phone, answer) {
  const response = await fetch(base + '/api/v1/appeals', {
    method: 'POST', headers: {'content-type': 'application/json', authorization: 'Bearer ' + TRY_TOKEN},
    body: JSON.stringify({channel: 'phone', kind: 'consultation', title: '问办证时间', content: '问一下办证时间', location: '政务大厅', happenedAt: '今天',
      appellant: {name: '王示例', phone}, outcome: {type: 'answered', answer}}),
  });
  const body = await response.json();
  if (response.status !== 201) throw new Error(response.status + ' ' + JSON.stringify(body));
  return body.number;
}

export const state = (number) => ask(`select state || ' ' || coalesce(failed, '') from messages.outbox where number = '${number}' order by created desc limit 1`);

export async function trial(peer, name, work) {
  const from = Date.now();
  try {
    const said = await work();
    console.log(`✓ ${peer.padEnd(8)} ${name.padEnd(10)} ${said} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  } catch (e) {
    failed++;
    console.log(`✗ ${peer.padEnd(8)} ${name.padEnd(10)} ${e.message}`);
  }
}

export function end() {
  child.stdin.end();
  process.exit(failed ? 1 : 0);
}
