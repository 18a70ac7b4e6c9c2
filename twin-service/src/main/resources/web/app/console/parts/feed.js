// Follows a stream of server-sent events, and says whether it is heard.
const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 15_000;

export class Feed {
  #host;
  #url;
  #heard;
  #source;
  #timer;
  #pause = FIRST_PAUSE_MILLIS;
  connected = true;

  // heard: takes each event's data, and undefined when the stream begins (again): something may be missed.
  constructor(host, url, heard) {
    this.#host = host;
    this.#url = url;
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

  #open() {
    this.#close();
    this.#source = new EventSource(this.#url);
    this.#source.onopen = () => {
      this.#pause = FIRST_PAUSE_MILLIS;
      this.#tell(true);
      this.#heard(undefined);
    };
    this.#source.onmessage = ({ data }) => this.#heard(JSON.parse(data));
    this.#source.onerror = () => {
      this.#tell(false);
      this.#source.close();
      this.#timer = setTimeout(() => this.#open(), this.#pause);
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE_MILLIS);
    };
  }

  #tell(connected) {
    this.connected = connected;
    this.#host.requestUpdate();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#source?.close();
  }
}
