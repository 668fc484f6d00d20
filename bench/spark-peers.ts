// Spark itself as a peer, where pyspark is installed for the Python that PYSPARK_PYTHON names (or python3): PySpark, and
// Scala by its spark-shell. Each is a process of its own that is asked by a line and answers with one.

import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { present } from '../src/base/assert.ts';
import type { Found } from './spark-by-hand.ts';
import type { Work } from './spark-contenders.ts';
import { textOf } from './spark-inputs.ts';

export interface Peer {
  readonly name: string;
  run(work: Work): Promise<Found & { readonly ms: number }>;
  close(): Promise<unknown>;
}

const ANSWER = /answer (\{.*\})/;
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Where the package is; null where there is none. */
function packageOf(python: string): string | null {
  try {
    const say = 'import pyspark, os; print(os.path.dirname(pyspark.__file__))';
    return execFileSync(python, ['-c', say], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

export async function sparkPeers(size: number, log: (line: string) => void): Promise<readonly Peer[]> {
  const python = process.env.PYSPARK_PYTHON ?? 'python3';
  const home = packageOf(python);
  if (home === null) {
    log('no Spark here to compare with (pip install pyspark, and a Java; PYSPARK_PYTHON names its python)');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'spark-bench-'));
  for (const work of ['words', 'ranks'] as const) writeFileSync(join(folder, work), textOf(work, size));
  const py = spawn(python, ['-u', here('./spark-peer.py'), folder], { stdio: ['pipe', 'pipe', 'ignore'] });
  const options = ['--master', 'local[2]', '--driver-memory', '3g', '--conf', 'spark.ui.enabled=false'];
  const scala = spawn(join(home, 'bin', 'spark-shell'), options, {
    env: { ...process.env, SPARK_HOME: home, SPARK_PEER_FOLDER: folder },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  present(scala.stdin, 'an input').write(readFileSync(here('./spark-peer.scala'), 'utf8'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return [
    peerOf('PySpark', py, (work) => `${work}\n`, remove),
    peerOf('Scala Spark', scala, (work) => `ask("${work}")\n`, remove),
  ];
}

function peerOf(
  name: string,
  process: ChildProcess,
  asking: (work: Work) => string,
  after: () => void,
): Peer {
  const lines = createInterface({ input: present(process.stdout, 'an output') });
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  return {
    name,
    run: (work) =>
      new Promise((resolve, reject) => {
        const hear = (line: string): void => {
          const [, answer] = ANSWER.exec(line) ?? [];
          if (answer === undefined) return;
          lines.off('line', hear);
          resolve(JSON.parse(answer));
        };
        lines.on('line', hear);
        void ended.then(() => reject(new Error(`${name} ended before it answered`)));
        present(process.stdin, 'an input').write(asking(work));
      }),
    async close() {
      process.stdin?.end();
      await ended;
      after();
    },
  };
}
