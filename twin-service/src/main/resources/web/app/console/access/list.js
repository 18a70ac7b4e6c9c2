// A list that is read part by part, and what can go wrong with it.
import { html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';

export class ListController {
  items = [];
  next = undefined;
  problem = undefined;
  loaded = false;

  #host;
  #read;

  // read: (after) => Promise<{ items, next }>
  constructor(host, read) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected() {
    this.load();
  }

  load() {
    return this.attempt(async () => {
      const { items, next } = await this.#read();
      Object.assign(this, { items, next, loaded: true });
    });
  }

  more = () =>
    this.attempt(async () => {
      const { items, next } = await this.#read(this.next);
      Object.assign(this, { items: [...this.items, ...items], next });
    });

  // Carries something out, and shows what went wrong.
  async attempt(work) {
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
    }
    this.#host.requestUpdate();
  }

  render(head, row) {
    return html`${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
      <div class="card scroll">
        <table class="rows">
          <thead>
            <tr>${head.map((label) => html`<th scope="col">${label}</th>`)}</tr>
          </thead>
          <tbody>${this.items.map(row)}</tbody>
        </table>
      </div>
      ${this.loaded && this.items.length === 0
        ? html`<p class="soft">${t('access.none')}</p>`
        : nothing}
      ${this.next ? html`<p><button @click=${this.more}>${t('access.more')}</button></p>` : nothing}`;
  }
}
