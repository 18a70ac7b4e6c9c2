// Follows a stream of server-sent events, and finds the way back when it is lost.
const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 15_000;
// A quiet stream and a dead one look the same: ask now and then.
const SILENCE_MILLIS = 20_000;

export class Feed {
  #host;
  #url;
  #read;
  #heard;
  #source;
  #timer;
  #pause = FIRST_PAUSE_MILLIS;
  connected = true;

  // read: asks for everything there is, and resolves to whether it was answered
  // heard: takes the data of each event
  constructor(host, url, { read, heard }) {
    this.#host = host;
    this.#url = url;
    this.#read = read;
    this.#heard = heard;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#visibility);
    this.#visibility();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#visibility);
    this.#close();
  }

  // Browsers allow few streams to one host: a page nobody sees needs none.
  #visibility = () => (document.hidden ? this.#close() : this.#open());

  // The stream first, so that nothing falls in between.
  #open() {
    this.#close();
    this.#source = new EventSource(this.#url);
    this.#source.onmessage = ({ data }) => this.#heard(JSON.parse(data));
    this.#source.onerror = () => this.#lost();
    this.#check(this.#source);
  }

  async #check(source) {
    const answered = await this.#read();
    if (source !== this.#source) {
      return;
    }
    if (!answered) {
      this.#lost();
      return;
    }
    this.#pause = FIRST_PAUSE_MILLIS;
    this.#tell(true);
    this.#timer = setTimeout(() => this.#check(source), SILENCE_MILLIS);
  }

  #lost() {
    this.#close();
    this.#tell(false);
    this.#timer = setTimeout(() => this.#open(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE_MILLIS);
  }

  #tell(connected) {
    this.connected = connected;
    this.#host.requestUpdate();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }
}
