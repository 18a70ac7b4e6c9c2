// The devices of a filter, read part by part as far as somebody scrolls.
import * as api from './api.js';

export class Rows {
  #changed;
  #filter = {};
  #next;
  #wanted = 0;
  #reading = false;
  #run = 0;
  // { from, length, after } of each request: where its devices are, and the cursor that asks for them.
  #parts = [];
  items = [];
  total;
  problem;

  // changed: is told after each part
  constructor(changed) {
    this.#changed = changed;
  }

  // From the beginning, with another filter.
  begin(filter) {
    this.#run += 1;
    this.#filter = filter;
    this.#wanted = 0;
    this.#reading = false;
    return this.#read(true);
  }

  // As far as this row.
  until(index) {
    this.#wanted = Math.max(this.#wanted, index);
    if (!this.#reading && this.#next && this.#wanted >= this.items.length) {
      this.#read(false);
    }
  }

  // Reads again what is between these rows, as it is now.
  async refresh(first, last) {
    const run = this.#run;
    for (const part of this.#parts.filter(({ from, length }) => from <= last && from + length > first)) {
      const found = await api.list(this.#filter, part.after).catch(() => undefined);
      // The next time tells more of what went wrong than a row that is a little old.
      if (run !== this.#run || found === undefined) {
        return;
      }
      this.#put(part, found.items);
      this.total = found.total ?? this.total;
      this.#changed();
    }
  }

  // In the place of what the part was; a device that moved here from another part stays there.
  #put(part, devices) {
    const before = this.items.slice(0, part.from);
    const after = this.items.slice(part.from + part.length);
    const elsewhere = new Set([...before, ...after].map(keyOf));
    const now = devices.filter((device) => !elsewhere.has(keyOf(device)));
    this.items = [...before, ...now, ...after];
    const shift = now.length - part.length;
    part.length = now.length;
    this.#parts.filter(({ from }) => from > part.from).forEach((later) => (later.from += shift));
  }

  async #read(first) {
    const run = this.#run;
    this.#reading = true;
    const after = first ? undefined : this.#next;
    try {
      const { items, next, total } = await api.list(this.#filter, after);
      if (run !== this.#run) {
        return;
      }
      this.#parts = first ? [] : this.#parts;
      this.#parts.push({ from: first ? 0 : this.items.length, length: items.length, after });
      this.items = first ? items : [...this.items, ...items];
      this.total = first ? total : this.total;
      this.#next = next;
      this.problem = undefined;
    } catch (problem) {
      if (run !== this.#run) {
        return;
      }
      this.problem = problem;
      this.#next = undefined;
    }
    this.#reading = false;
    this.#changed();
    this.until(this.#wanted);
  }
}

export const keyOf = ({ productId, name }) => `${productId}/${name}`;
