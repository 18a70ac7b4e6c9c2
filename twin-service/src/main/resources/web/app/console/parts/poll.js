// Asks again and again while somebody looks.
export class Poll {
  #ask;
  #every;
  #timer;
  #run = 0;

  // ask: an async function that handles its own failures
  constructor(host, everyMillis, ask) {
    this.#ask = ask;
    this.#every = everyMillis;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#visibility);
    this.now();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#visibility);
    this.#stop();
  }

  // At once, and from then on.
  async now() {
    const run = this.#stop();
    await this.#ask();
    if (run === this.#run) {
      this.#timer = setTimeout(() => this.now(), this.#every);
    }
  }

  #visibility = () => (document.hidden ? this.#stop() : this.now());

  #stop() {
    clearTimeout(this.#timer);
    this.#run += 1;
    return this.#run;
  }
}
