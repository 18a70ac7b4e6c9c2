// Follows one twin by server-sent events, and finds the way back when the connection is lost.
import * as api from './api.js';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 10_000;
// A socket that is away says nothing for hours, and so does a dead connection: ask.
const SILENCE_MILLIS = 15_000;
const ANSWER_MILLIS = 5_000;

export class Live {
  #device;
  #listener;
  #source;
  #timer;
  #pause = FIRST_PAUSE_MILLIS;
  #version = -1;
  #run = 0;

  // listener: twin(twin), connected(boolean), problem(problem)
  constructor(device, listener) {
    this.#device = device;
    this.#listener = listener;
  }

  start() {
    document.addEventListener('visibilitychange', this.#visibility);
    addEventListener('online', this.retry);
    addEventListener('offline', this.#lost);
    this.#visibility();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#visibility);
    removeEventListener('online', this.retry);
    removeEventListener('offline', this.#lost);
    this.#end();
  }

  retry = () => {
    this.#pause = FIRST_PAUSE_MILLIS;
    this.#connect();
  };

  // A page nobody sees needs no stream; browsers allow few of them to one host.
  #visibility = () => {
    if (document.hidden) {
      this.#end();
    } else {
      this.#connect();
    }
  };

  // The plain request first: unlike a stream it tells why it fails.
  #connect = async () => {
    const run = this.#end();
    let twin;
    try {
      twin = await api.twin(this.#device, ANSWER_MILLIS);
    } catch (problem) {
      if (run === this.#run) {
        this.#failed(problem);
      }
      return;
    }
    if (run !== this.#run) {
      return;
    }
    this.#version = -1;
    this.#heard(twin);
    this.#source = new EventSource(api.liveUrl(this.#device));
    this.#source.onmessage = (event) => this.#heard(JSON.parse(event.data));
    this.#source.onerror = this.#lost;
  };

  #heard(twin) {
    this.#pause = FIRST_PAUSE_MILLIS;
    this.#listener.connected(true);
    if (twin.version >= this.#version) {
      this.#version = twin.version;
      this.#listener.twin(twin);
    }
    this.#after(SILENCE_MILLIS, this.#check);
  }

  #check = async () => {
    const run = this.#run;
    try {
      const twin = await api.twin(this.#device, ANSWER_MILLIS);
      if (run === this.#run && twin.version > this.#version) {
        // The stream should have told: it is dead.
        this.#connect();
      } else if (run === this.#run) {
        this.#heard(twin);
      }
    } catch (problem) {
      if (run === this.#run) {
        this.#failed(problem);
      }
    }
  };

  #failed(problem) {
    if (problem.status >= 400 && problem.status < 500) {
      this.#end();
      this.#listener.problem(problem);
    } else {
      this.#lost();
    }
  }

  #lost = () => {
    this.#end();
    this.#listener.connected(false);
    const jitter = 0.5 + Math.random() / 2;
    this.#after(this.#pause * jitter, this.#connect);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
  };

  #after(millis, action) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, millis);
  }

  // What was begun before and comes in later belongs to an old run.
  #end() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
    this.#run += 1;
    return this.#run;
  }
}
