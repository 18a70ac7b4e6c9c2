// Tells elements that alarms were raised or changed: one stream for all of them, while there are any.
const listeners = new Set();
const PAUSE_MILLIS = 5_000;
// Of a storm one answer is enough.
const CALM_MILLIS = 300;

let source;
let timer;

export class AlarmFeed {
  #host;
  #changed;

  // changed: called at once, after changes, and when the stream is back after a loss.
  constructor(host, changed) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected() {
    listeners.add(this.#changed);
    open();
    // By then the host has what it was given.
    this.#host.updateComplete.then(this.#changed);
  }

  hostDisconnected() {
    listeners.delete(this.#changed);
    if (listeners.size === 0) {
      close();
    }
  }
}

function open() {
  if (source || document.hidden) {
    return;
  }
  source = new EventSource('/api/alarms/live');
  source.onmessage = soon;
  source.onerror = () => {
    close();
    timer = setTimeout(again, PAUSE_MILLIS);
  };
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

function again() {
  open();
  soon();
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => listeners.forEach((changed) => changed()), CALM_MILLIS);
}

// A page nobody sees needs no stream; browsers allow few of them to one host.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    close();
  } else if (listeners.size > 0) {
    again();
  }
});
