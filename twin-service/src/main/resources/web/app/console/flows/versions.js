// What a flow said before, what is different now, and the way back.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { failure, loading } from '../parts/notes.js';
import { table } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago, exact } from '../parts/times.js';
import * as api from './api.js';
import { contentOf, differences } from './draft.js';
import { versionsStyles } from './versions-styles.js';

class FlowVersions extends LitElement {
  static properties = {
    flow: { attribute: false },
    // As edited.
    draft: { attribute: false },
    versions: { state: true },
    chosen: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, partStyles, tableStyles, versionsStyles];

  constructor() {
    super();
    new SettingsController(this);
  }

  willUpdate(changed) {
    if (changed.has('flow')) {
      this.#load();
    }
  }

  async #load() {
    try {
      this.versions = await api.versions(this.flow.id);
      this.chosen = this.versions[Math.min(1, this.versions.length - 1)]?.number;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (!this.versions) {
      return this.problem ? failure(this.problem) : loading();
    }
    const version = this.versions.find(({ number }) => number === this.chosen);
    return html`<div class="both">
      <ol class="card">
        ${this.versions.map((each) => html`<li>${this.#choice(each)}</li>`)}
      </ol>
      <section class="card sheet">${version ? this.#compared(version) : nothing}</section>
    </div>`;
  }

  #choice({ number, at, author, content }) {
    const now = number === this.flow.version ? ` · ${t('flows.version.now')}` : '';
    const details = [ago(at), author || t('flows.version.nobody'), t(`flows.mode.${content.mode ?? 'off'}`)];
    return html`<button aria-pressed=${number === this.chosen ? 'true' : 'false'}
      @click=${() => (this.chosen = number)}>
      <b>${t('flows.version', { number })}${now}</b>
      <span class="soft" title=${exact(at)}>${details.join(' · ')}</span>
    </button>`;
  }

  #compared({ number, content }) {
    const before = contentOf(content);
    const found = differences(before, this.draft);
    const pick = () => this.dispatchEvent(new CustomEvent('picked', { detail: before }));
    return html`<div class="head">
        <h2>${t('flows.version.differences', { number })}</h2>
        ${found.length > 0 ? html`<button @click=${pick}>${t('flows.version.restore')}</button>` : nothing}
      </div>
      ${found.length === 0
        ? html`<p class="empty soft">${t('flows.version.same')}</p>`
        : differenceTable(found, t('flows.version', { number }))}`;
  }
}

function differenceTable(found, version) {
  const edited = t('flows.version.edited');
  const text = (value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '–'));
  return table({
    columns: [t('flows.version.where'), version, edited],
    rows: found.map(
      ({ path, before, after }) => html`<tr>
        <td><code>${path}</code></td>
        <td data-label=${version}><del><code>${text(before)}</code></del></td>
        <td data-label=${edited}><ins><code>${text(after)}</code></ins></td>
      </tr>`,
    ),
  });
}

customElements.define('st-flow-versions', FlowVersions);
