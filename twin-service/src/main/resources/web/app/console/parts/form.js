// A thing that is edited in a form: its draft, what is wrong with it, and the way to the service and back.
import { errorsOf } from '../../ui/field.js';

export class Form {
  #host;
  #wrongs;
  #begun;
  // As the service has it; undefined while it is new.
  thing;
  draft;
  problem;
  busy = false;
  saved = false;
  // Whether somebody tried to save: what is wrong is told from then on.
  tried = false;

  // wrongs: what can be known to be wrong without asking, by field
  constructor(host, wrongs) {
    this.#host = host;
    this.#wrongs = wrongs;
  }

  begin(draft, thing) {
    Object.assign(this, { draft, thing, tried: false });
    this.#begun = draft;
    this.#host.requestUpdate();
  }

  // It is so now: what nobody touched here follows.
  follow(now) {
    const touched = Object.entries(this.draft ?? {}).filter(([name, value]) => value !== this.#begun[name]);
    this.draft = { ...now, ...Object.fromEntries(touched) };
    this.#begun = now;
    this.#host.requestUpdate();
  }

  set = (change) => {
    this.draft = { ...this.draft, ...change };
    this.saved = false;
    this.problem = undefined;
    this.#host.requestUpdate();
  };

  get errors() {
    const refused = this.problem?.errors.map(({ field }) => field) ?? [];
    return {
      ...(refused.length > 0 ? errorsOf(this.problem, refused) : {}),
      ...(this.tried ? this.#wrongs(this.draft, this.thing) : {}),
    };
  }

  // Whether it went well.
  async run(work) {
    this.busy = true;
    this.problem = undefined;
    this.#host.requestUpdate();
    try {
      await work();
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  // Saves it unless something is wrong, and leads to the first field that is.
  async save(store) {
    this.tried = true;
    this.problem = undefined;
    this.saved = Object.keys(this.errors).length === 0 && (await this.run(store));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
    return this.saved;
  }
}
