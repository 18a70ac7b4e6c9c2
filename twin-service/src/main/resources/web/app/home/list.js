// The sockets that the list shows, asked for part by part, again and again while somebody looks; and what
// the reader switched from there.
import * as api from '../api.js';
import { SWITCH } from '../template.js';
import { placesOf } from './places.js';

// For each part of the list, so that a long one does not ask more often.
const REFRESH_MILLIS = 3_000;
// While something is to change.
const SOON_MILLIS = 600;
// A socket that is there answers at once; later this list no longer says that it is pending.
const PATIENCE_MILLIS = 10_000;

export class SocketList {
  // undefined until the service told.
  items;
  total = 0;
  problem;
  places = new Map();

  #host;
  #timer;
  // Of what is asked: a later question makes an earlier answer void.
  #run = 0;
  #parts = 1;
  #more = false;
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
      this.#follow();
    } catch (problem) {
      this.#asked.delete(keyOf(device));
      this.problem = problem;
      this.#host.requestUpdate();
    }
  }

  // Asks for the next part too, if there is one.
  more() {
    if (this.#more) {
      this.#more = false;
      this.#parts += 1;
      this.#look();
    }
  }

  // All that is shown. Each part begins where the one before it ends by now.
  #look = () =>
    this.#attempt(async () => {
      const parts = [await api.devices()];
      while (parts.length < this.#parts && parts.at(-1).next) {
        parts.push(await api.devices(parts.at(-1).next));
      }
      return parts;
    }, (parts) => {
      this.items = parts.flatMap(({ items }) => items);
      this.total = parts[0].total;
      this.#parts = parts.length;
      this.#more = Boolean(parts.at(-1).next);
    });

  // Only what was switched.
  #follow = () =>
    this.#attempt(
      () => Promise.all(this.items.filter((device) => this.#asked.has(keyOf(device))).map(api.device)),
      (changed) => {
        const now = new Map(changed.map((device) => [keyOf(device), device]));
        this.items = this.items.map((device) => now.get(keyOf(device)) ?? device);
      },
    );

  async #attempt(ask, take) {
    clearTimeout(this.#timer);
    this.#run += 1;
    const run = this.#run;
    if (document.hidden) {
      return;
    }
    try {
      const answer = await ask();
      if (run !== this.#run) {
        return;
      }
      take(answer);
      this.problem = undefined;
      this.#settle();
    } catch (problem) {
      if (run !== this.#run) {
        return;
      }
      this.problem = problem;
    }
    this.#host.requestUpdate();
    if (this.#host.isConnected) {
      const [action, millis] =
        this.#asked.size > 0 ? [this.#follow, SOON_MILLIS] : [this.#look, this.#parts * REFRESH_MILLIS];
      this.#timer = setTimeout(action, millis);
    }
  }

  #settle() {
    for (const device of this.items) {
      const wish = this.#asked.get(keyOf(device));
      if (wish && (device.reported?.[SWITCH] === wish.value || Date.now() > wish.until)) {
        this.#asked.delete(keyOf(device));
      }
    }
  }
}

const keyOf = ({ productId, name }) => `${productId}/${name}`;
