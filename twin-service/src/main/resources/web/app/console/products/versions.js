// Older data templates of a product, what each changed, and the way back.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { failure, loading } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { more } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';
import { differences } from './differences.js';

class TemplateVersions extends LitElement {
  static properties = {
    product: { attribute: false },
    // Does what changes the product.
    change: { attribute: false },
    items: { state: true },
    next: { state: true },
    // Differences by the number of the version that made them.
    found: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    tableStyles,
    css`
      section {
        margin-bottom: 12px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
      }
      .line :nth-child(3) {
        margin-right: auto;
      }
      .sheet,
      .same {
        margin-top: 12px;
      }
    `,
  ];

  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
    this.found = {};
  }

  willUpdate(changed) {
    if (changed.has('product')) {
      this.#read();
    }
  }

  async #read(after) {
    try {
      const { items, next } = await api.versions(this.product.id, after);
      this.items = after ? [...this.items, ...items] : items;
      this.next = next;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`${failure(this.problem)}
      ${this.items ? this.items.map((version) => this.#version(version)) : loading()}
      ${this.next ? more(() => this.#try(() => this.#read(this.next))) : nothing} ${this.#question.render()}`;
  }

  #version({ number, at, author, note }) {
    const current = number === this.product.templateVersion;
    const found = this.found[number];
    return html`<section class="card">
      <div class="line">
        <h2>${t('products.version', { number })}</h2>
        <span class="soft">${exact(at)} · ${author}</span>
        <span>${note}</span>
        ${number > 1 && !found
          ? html`<button class="quiet" @click=${() => this.#compare(number)}>${t('products.compare')}</button>`
          : nothing}
        ${current
          ? html`<span class="soft">${t('products.current')}</span>`
          : html`<button @click=${() => this.#restore(number)}>${t('products.restore')}</button>`}
      </div>
      ${found ? differences(found) : nothing}
    </section>`;
  }

  #compare(number) {
    return this.#try(async () => {
      const found = await api.differences(this.product.id, number, number - 1);
      this.found = { ...this.found, [number]: found };
    });
  }

  #restore = async (number) => {
    await this.#try(async () => {
      const { template } = await api.version(this.product.id, number);
      const { compatible, devices } = await api.check(this.product.id, JSON.stringify(template));
      const yes = await this.#question.ask({
        heading: t('products.restore.ask', { number }),
        text: t(compatible ? 'products.restore.text' : 'products.force.text', { n: devices }),
        yes: t(compatible ? 'products.restore' : 'products.force.yes'),
      });
      if (yes) {
        await this.change(() => api.restore(this.product, number, !compatible));
      }
    });
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

customElements.define('st-template-versions', TemplateVersions);
