// The devices of a filter, read part by part as far as somebody scrolls.
import * as api from './api.js';

export class Rows {
  #changed;
  #filter = {};
  #next;
  #wanted = 0;
  #reading = false;
  #run = 0;
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

  replace(device) {
    this.items = this.items.map((each) => (keyOf(each) === keyOf(device) ? device : each));
    this.#changed();
  }

  async #read(first) {
    const run = this.#run;
    this.#reading = true;
    try {
      const { items, next, total } = await api.list(this.#filter, first ? undefined : this.#next);
      if (run !== this.#run) {
        return;
      }
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
