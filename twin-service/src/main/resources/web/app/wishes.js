// What this page asked of a socket, and what became of it: pending until the twin shows it, then an
// outcome if it came to something else.
import * as api from './api.js';

// Somebody looks at the switch: an answer later than this is no answer.
const ATTENDED_SECONDS = 60;
// What needs no words: it happened, or somebody wanted something newer.
const SILENT = ['APPLIED', 'SUPERSEDED'];

export class Wishes {
  #host;
  #device;
  #twin;
  // By property: { value, id } from the press until the end is known.
  #asked = new Map();
  // By property: a Problem, or the control that ended otherwise.
  #ends = new Map();

  constructor(host, device) {
    this.#host = host;
    this.#device = device;
  }

  async ask(property, value) {
    const wish = { value };
    this.#ends.delete(property);
    this.#asked.set(property, wish);
    this.#host.requestUpdate();
    try {
      const expiry = this.#twin?.presence.online ? ATTENDED_SECONDS : undefined;
      wish.id = (await api.desire(this.#device, { [property]: value }, expiry)).id;
      // The twin may have told of it before this answer.
      this.#host.requestUpdate();
      await this.#follow(property, wish);
    } catch (problem) {
      this.#end(property, wish, problem);
    }
  }

  // The controls the service still follows are pending; what is gone from there has ended.
  saw(twin) {
    this.#twin = twin;
    for (const [property, wish] of this.#asked) {
      if (wish.id) {
        this.#follow(property, wish).catch((problem) => this.#end(property, wish, problem));
      }
    }
  }

  // The control that is to change this property, of this page or of anybody.
  pending(property) {
    const wish = this.#asked.get(property);
    const control = this.#twin?.controls.findLast(({ values }) => property in values);
    return wish && !(wish.id && wish.id === control?.id)
      ? { value: wish.value }
      : control && { value: control.values[property], until: control.expiresAt };
  }

  end(property) {
    return this.#ends.get(property);
  }

  async #follow(property, wish) {
    if (this.#twin?.controls.some(({ id }) => id === wish.id)) {
      return;
    }
    if (wish.following) {
      wish.again = true;
      return;
    }
    wish.following = true;
    const control = await api.control(wish.id);
    wish.following = false;
    if (control.settledAt) {
      this.#end(property, wish, SILENT.includes(control.stage) ? undefined : control);
    } else if (wish.again) {
      // It may have ended after the question was asked.
      wish.again = false;
      await this.#follow(property, wish);
    }
  }

  #end(property, wish, end) {
    // A newer wish may have taken its place.
    if (this.#asked.get(property) === wish) {
      this.#asked.delete(property);
      if (end) {
        this.#ends.set(property, end);
      }
      this.#host.requestUpdate();
    }
  }
}
