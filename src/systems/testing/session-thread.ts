// The inside of a thread that holds a session: see start-session-thread.ts.

import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';

import { serveSession } from '../../session/wire.ts';
import { comlinkPort } from './comlink-port.ts';
import { newSession } from './new-session.ts';

if (parentPort) expose(serveSession(newSession().session), comlinkPort(parentPort));
