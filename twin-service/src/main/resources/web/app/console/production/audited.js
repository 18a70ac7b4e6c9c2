// The devices of a batch: which have connected, which were cloned or burned twice.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { segments } from '../parts/choices.js';
import { empty, failure, loading } from '../parts/notes.js';
import { more, sheet } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';

const FINDINGS = ['any', 'activated', 'never-seen', 'cloned', 'burned-twice'];

class Audited extends LitElement {
  static properties = {
    batch: { attribute: false },
    // How many there are of each finding.
    audit: { attribute: false },
    finding: { state: true },
    items: { state: true },
    next: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, partStyles, tableStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.finding = 'any';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  async #read(after) {
    const { finding } = this;
    try {
      const { items, next } = await api.devices(this.batch.id, finding, after);
      if (finding === this.finding) {
        this.items = after ? [...this.items, ...items] : items;
        this.next = next;
        this.problem = undefined;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="bar">
        ${segments({
          name: 'finding',
          label: t('production.finding'),
          hidden: true,
          value: this.finding,
          options: FINDINGS.map((value) => ({ value, label: this.#caption(value) })),
          pick: (finding) => {
            this.finding = finding;
            this.#read();
          },
        })}
      </div>
      ${failure(this.problem)} ${this.items ? this.#table() : this.problem ? nothing : loading()}`;
  }

  #caption(finding) {
    const { devices, activated, neverSeen, cloned, burnedTwice } = this.audit;
    const counts = { any: devices, activated, 'never-seen': neverSeen, cloned, 'burned-twice': burnedTwice };
    return `${t(`production.finding.${finding}`)} ${counts[finding]}`;
  }

  #table() {
    if (this.items.length === 0) {
      return empty(t('production.none'));
    }
    return sheet({
      columns: [t('production.device'), t('production.activated'), t('production.remarks')],
      rows: this.items.map((device) => this.#row(device)),
      foot: this.next && more(() => this.#read(this.next)),
    });
  }

  #row({ name, activatedAt, clonedAt, clonedTimes, cloneEvidence, hardwareIds }) {
    return html`<tr>
      <td><a href=${href('console', 'devices', this.batch.productId, name)}>${name}</a></td>
      <td data-label=${t('production.activated')}>
        ${activatedAt ? exact(activatedAt) : badge('', t('production.finding.never-seen'))}
      </td>
      <td data-label=${t('production.remarks')}>
        ${clonedAt
          ? badge('critical', t('production.cloned', { n: clonedTimes, evidence: cloneEvidence ?? '' }))
          : nothing}
        ${hardwareIds.length > 1
          ? badge('warning', t('production.hardware', { ids: hardwareIds.join(', ') }))
          : nothing}
      </td>
    </tr>`;
  }
}

customElements.define('st-batch-devices', Audited);
