// Draws an element again each second while somebody can see it.
const SECOND_MILLIS = 1_000;

export class Ticker {
  #host;
  #timer;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => !document.hidden && this.#host.requestUpdate(), SECOND_MILLIS);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}
