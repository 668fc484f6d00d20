// The worker that holds the open run: everything the systems compute happens here, off the page's own thread.

import { expose } from 'comlink';
import { newSession } from './new-session.ts';
import { wireOf } from './session-wire.ts';

expose(wireOf(newSession()));
postMessage('ready');
