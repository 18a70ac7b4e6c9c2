// One batch: its files, what became of its devices, who downloaded what.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { failure, loading } from '../parts/notes.js';
import { Poll } from '../parts/poll.js';
import { Question } from '../parts/question.js';
import { sheet } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago, exact } from '../parts/times.js';
import * as api from './api.js';
import { batchStyles } from './batch-styles.js';
import './audited.js';
import './files.js';

const EVERY_MILLIS = 5_000;
// The service notes a download before its first byte.
const NOTED_MILLIS = 500;

class Batch extends LitElement {
  static properties = {
    batchId: { attribute: false },
    batch: { state: true },
    audit: { state: true },
    // Of what was asked for last.
    problem: { state: true },
    // Of looking again and again.
    unseen: { state: true },
  };

  static styles = [base, buttons, partStyles, tableStyles, batchStyles];

  #question = new Question(this);
  #poll = new Poll(this, EVERY_MILLIS, () => this.#load());

  constructor() {
    super();
    new SettingsController(this);
  }

  async #load() {
    try {
      [this.batch, this.audit] = await Promise.all([api.get(this.batchId), api.audit(this.batchId)]);
      this.unseen = undefined;
    } catch (problem) {
      this.unseen = problem;
    }
  }

  render() {
    return html`<a class="back" href=${href('console', 'production')}>${icons.back}${t('production.all')}</a>
      ${failure(this.problem)} ${failure(this.unseen)}
      ${this.audit ? this.#page() : this.unseen ? nothing : loading()}
      ${this.#question.render()}`;
  }

  #page() {
    const { pattern, note, count, createdAt, author, closedAt } = this.batch;
    const { activated, devices } = this.audit;
    return html`<div class="head">
        <div class="title">
          <h1>${pattern}</h1>
          <p class="soft">${t('production.made', { n: count, ago: ago(createdAt), author })}</p>
          ${note ? html`<p>${note}</p>` : nothing}
        </div>
        ${closedAt ? nothing : html`<button class="danger" @click=${this.#close}>${t('production.close')}</button>`}
        ${devices === 0
          ? html`<button class="danger" @click=${this.#remove}>${t('parts.delete')}</button>`
          : nothing}
      </div>
      <st-batch-files .batch=${this.batch} @downloaded=${this.#downloaded}></st-batch-files>
      <section>
        <h2>${t('production.downloads')}</h2>
        ${this.#downloads()}
      </section>
      <section>
        <h2>${t('production.became')}</h2>
        <p id="progress" class="soft">${t('production.progress', { n: activated, total: devices })}</p>
        <meter aria-labelledby="progress" max=${Math.max(1, devices)} value=${activated}></meter>
        <st-batch-devices .batch=${this.batch} .audit=${this.audit}></st-batch-devices>
      </section>`;
  }

  #downloads() {
    const { downloads } = this.audit;
    if (downloads.length === 0) {
      return html`<p class="soft">${t('production.downloads.none')}</p>`;
    }
    const [what, who, when] = ['what', 'who', 'when'].map((name) => t(`production.download.${name}`));
    return sheet({
      columns: [what, who, when],
      rows: downloads.map(
        ({ at, author, kind }) => html`<tr>
          <td>${kind}</td>
          <td data-label=${who}>${author}</td>
          <td data-label=${when}>${exact(at)}</td>
        </tr>`,
      ),
    });
  }

  #downloaded = () => setTimeout(() => this.#poll.now(), NOTED_MILLIS);

  #close = async () => {
    const yes = await this.#question.ask({
      heading: t('production.close.ask', { name: this.batch.pattern }),
      text: t('production.close.text'),
      yes: t('production.close'),
    });
    if (yes) {
      await this.#try(async () => (this.batch = await api.close(this.batch)));
    }
  };

  #remove = async () => {
    const yes = await this.#question.ask({
      heading: t('production.delete.ask', { name: this.batch.pattern }),
      text: t('production.delete.text'),
      yes: t('parts.delete'),
    });
    if (yes) {
      await this.#try(async () => {
        await api.remove(this.batchId);
        location.hash = href('console', 'production');
      });
    }
  };

  async #try(work) {
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
    }
  }
}

customElements.define('st-batch', Batch);
