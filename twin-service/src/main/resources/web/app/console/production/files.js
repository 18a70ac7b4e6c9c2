// What of a batch can be downloaded: secrets to burn while it is open, labels to stick on.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice } from '../parts/choices.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { MOST_LABELS } from './pattern.js';

const SECRETS = ['device_info.txt', 'images.zip', 'credentials.csv'];
const LABELS = ['labels.pdf', 'labels.zip'];

// Tells "downloaded" when somebody takes one.
class BatchFiles extends LitElement {
  static properties = { batch: { attribute: false }, skip: { state: true } };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
      }
      .card {
        display: grid;
        gap: 10px;
        align-content: start;
      }
      ul {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        align-items: baseline;
        padding: 8px 0;
      }
      li a {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.skip = 0;
  }

  render() {
    const { closedAt } = this.batch;
    return html`<section class="card">
        <h2>${t('production.secrets')}</h2>
        <p class="soft">${t(closedAt ? 'production.secrets.closed' : 'production.secrets.hint')}</p>
        ${closedAt ? nothing : html`<ul>${SECRETS.map((name) => this.#link(name))}</ul>`}
      </section>
      <section class="card">
        <h2>${t('production.labels')}</h2>
        <p class="soft">${t('production.labels.hint')}</p>
        ${this.batch.count > MOST_LABELS ? this.#part() : nothing}
        <ul>${LABELS.map((name) => this.#link(name, { skip: this.skip, count: MOST_LABELS }))}</ul>
      </section>`;
  }

  #link(name, parameters) {
    return html`<li>
      <a href=${api.file(this.batch.id, name, parameters)} download=${name} @click=${this.#tell}>${name}</a>
      <span class="soft">${t(`production.file.${name}`)}</span>
    </li>`;
  }

  #part() {
    const { count } = this.batch;
    const options = [];
    for (let skip = 0; skip < count; skip += MOST_LABELS) {
      const until = Math.min(skip + MOST_LABELS, count);
      options.push({ value: skip, label: t('production.part.of', { from: skip + 1, until }) });
    }
    return field({
      name: 'part',
      label: t('production.part'),
      control: choice(this.skip, options, (skip) => (this.skip = Number(skip))),
    });
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('downloaded'));
  }
}

customElements.define('st-batch-files', BatchFiles);
