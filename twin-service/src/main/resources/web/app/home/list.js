// The sockets that the list shows, asked for in one request, again and again while somebody looks;
// and what the reader switched from there.
import * as api from '../api.js';
import { SWITCH } from '../template.js';
import { placesOf } from './places.js';

const REFRESH_MILLIS = 3_000;
// While something is to change.
const SOON_MILLIS = 600;
// A socket that is there answers at once; later this list no longer says that it is pending.
const PATIENCE_MILLIS = 10_000;

export class SocketList {
  page;
  problem;
  places = new Map();

  #host;
  #timer;
  // By key of the device: { value, until }.
  #asked = new Map();

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
    placesOf()
      .then((places) => {
        this.places = places;
        this.#host.requestUpdate();
      })
      // Without the rooms it is a plain list.
      .catch(() => undefined);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  // What was asked of this socket and is not so yet.
  pending(device) {
    return this.#asked.get(keyOf(device))?.value;
  }

  async ask(device, value) {
    this.#asked.set(keyOf(device), { value, until: Date.now() + PATIENCE_MILLIS });
    this.#host.requestUpdate();
    try {
      await api.desire(device, { [SWITCH]: value }, PATIENCE_MILLIS / 1_000);
      this.#after(SOON_MILLIS);
    } catch (problem) {
      this.#asked.delete(keyOf(device));
      this.problem = problem;
      this.#host.requestUpdate();
    }
  }

  #look = async () => {
    clearTimeout(this.#timer);
    if (document.hidden) {
      return;
    }
    try {
      this.page = await api.devices();
      this.problem = undefined;
      this.#settle();
    } catch (problem) {
      this.problem = problem;
    }
    this.#host.requestUpdate();
    this.#after(this.#asked.size > 0 ? SOON_MILLIS : REFRESH_MILLIS);
  };

  #settle() {
    for (const device of this.page.items) {
      const wish = this.#asked.get(keyOf(device));
      if (wish && (device.reported?.[SWITCH] === wish.value || Date.now() > wish.until)) {
        this.#asked.delete(keyOf(device));
      }
    }
  }

  #after(millis) {
    clearTimeout(this.#timer);
    if (this.#host.isConnected) {
      this.#timer = setTimeout(this.#look, millis);
    }
  }
}

const keyOf = ({ productId, name }) => `${productId}/${name}`;
