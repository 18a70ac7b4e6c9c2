// A flow while it is edited: the draft, what is wrong with it, and the way back to the service.
import { t } from '../../i18n.js';
import * as api from './api.js';
import { wrongs } from './check.js';
import { blank, completed, contentOf } from './draft.js';
import { begun, kindsFor } from './kinds.js';

const CHECK_MILLIS = 400;

export class Editing {
  #host;
  #timer;
  #saved;
  // What the service found, by field.
  #flaws = {};
  products;
  channels;
  // As the service has it; undefined while it is new.
  flow;
  draft;
  errors = {};
  problem;
  busy = false;
  // Whether somebody tried to save: what is missing is told from then on.
  tried = false;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  async load(id) {
    await this.#run(async () => {
      const [products, channels, flow] = await Promise.all([
        api.products(),
        api.channels(),
        id === 'new' ? undefined : api.get(id),
      ]);
      Object.assign(this, { products, channels });
      this.take(flow);
    });
  }

  // Begins with what the service has.
  take = (flow) => {
    this.flow = flow;
    this.draft = flow ? contentOf(flow) : this.#blank(this.products[0]?.id);
    this.tried = Boolean(flow);
    this.#saved = JSON.stringify(this.draft);
    this.#found(flow?.flaws ?? []);
  };

  get template() {
    return this.#templateOf(this.draft?.productId);
  }

  get dirty() {
    return JSON.stringify(this.draft) !== this.#saved;
  }

  // What to tell: of what is still empty only when somebody tried to save.
  get told() {
    const missing = t('parts.missing');
    return this.tried
      ? this.errors
      : Object.fromEntries(Object.entries(this.errors).filter(([, message]) => message !== missing));
  }

  // Whether the rule may run, whatever its words.
  get sound() {
    return Object.keys(this.errors).every((name) => /^(name|title|text)\b/.test(name));
  }

  change(draft) {
    this.draft = draft;
    this.#found([]);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(draft), CHECK_MILLIS);
  }

  pickProduct(productId) {
    this.change({ ...this.#blank(productId), name: this.draft.name });
  }

  // Another input: the conditions of the one before mean nothing to it.
  restart(input) {
    const { filter, clear, ...rest } = { ...this.draft, input };
    this.change({ ...rest, filter: begun(kindsFor(rest)[0], rest, this.template) });
  }

  // Whether it was saved.
  async store() {
    this.tried = true;
    this.#found([]);
    if (Object.keys(this.errors).length > 0) {
      return false;
    }
    const draft = completed(this.draft);
    return this.#run(async () =>
      this.take(await (this.flow ? api.change(this.flow, draft) : api.create(draft))),
    );
  }

  remove = () => this.#run(() => api.remove(this.flow));

  async #run(work) {
    this.problem = undefined;
    this.busy = true;
    this.#host.requestUpdate();
    try {
      await work();
      return true;
    } catch (problem) {
      this.problem = problem;
      this.#found(problem.errors ?? []);
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  // What only the service knows: whether an expression compiles, whether a comparison can be true.
  async #check(draft) {
    const flaws = await api.check(completed(draft)).catch((problem) => problem.errors ?? []);
    if (draft === this.draft) {
      this.#found(flaws);
    }
  }

  #found(flaws) {
    this.#flaws = Object.fromEntries(flaws.map(({ field, message }) => [field, message]));
    this.errors = this.template ? { ...this.#flaws, ...wrongs(this.draft, this.template) } : this.#flaws;
    this.#host.requestUpdate();
  }

  #blank(productId) {
    const draft = blank(productId);
    const template = this.#templateOf(productId);
    return template ? { ...draft, filter: begun('compare', draft, template) } : draft;
  }

  #templateOf(productId) {
    return this.products?.find(({ id }) => id === productId)?.template;
  }
}
