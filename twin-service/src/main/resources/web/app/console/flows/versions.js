// What a flow said before, what is different now, and the way back.
import { LitElement, css, html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago, exact } from '../parts/times.js';
import * as api from './api.js';
import { contentOf, differences } from './draft.js';

class FlowVersions extends LitElement {
  static properties = {
    flow: { attribute: false },
    // As edited.
    draft: { attribute: false },
    versions: { state: true },
    chosen: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    tableStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(220px, 320px) minmax(0, 1fr);
        gap: 16px;
        align-items: start;
      }
      ol {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: 8px;
        list-style: none;
      }
      li button {
        display: grid;
        width: 100%;
        min-height: 52px;
        padding: 6px 12px;
        border-color: transparent;
        background: transparent;
        text-align: start;
      }
      li [aria-pressed='true'] {
        background: var(--raised);
        border-color: var(--accent);
      }
      code {
        font-family: ui-monospace, Menlo, Consolas, monospace;
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }
      del {
        color: var(--bad);
      }
      ins {
        color: var(--good);
        text-decoration: none;
      }
      td:first-child code {
        white-space: nowrap;
      }
      .head {
        padding: 14px 16px 0;
      }
      @media (max-width: 719px) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

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
      return this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : html`<p class="soft" role="status">${t('loading')}</p>`;
    }
    const version = this.versions.find(({ number }) => number === this.chosen);
    return html`<div class="both">
      <ol class="card">
        ${this.versions.map(
          ({ number, at, author, content }) => html`<li>
            <button aria-pressed=${number === this.chosen ? 'true' : 'false'} @click=${() => (this.chosen = number)}>
              <b>${t('flows.version', { number })}${number === this.flow.version ? ` · ${t('flows.version.now')}` : ''}</b>
              <span class="soft" title=${exact(at)}>${ago(at)} · ${author || t('flows.version.nobody')} ·
                ${t(`flows.mode.${content.mode ?? 'off'}`)}</span>
            </button>
          </li>`,
        )}
      </ol>
      <section class="card sheet">${version ? this.#compared(version) : nothing}</section>
    </div>`;
  }

  #compared({ number, content }) {
    const before = contentOf(content);
    const found = differences(before, this.draft);
    const text = (value) => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value));
    return html`<div class="head">
        <h2>${t('flows.version.differences', { number })}</h2>
        ${found.length > 0
          ? html`<button @click=${() => this.dispatchEvent(new CustomEvent('picked', { detail: before }))}>
              ${t('flows.version.restore')}</button>`
          : nothing}
      </div>
      ${found.length === 0
        ? html`<p class="empty soft">${t('flows.version.same')}</p>`
        : html`<table>
            <thead><tr>
              <th scope="col">${t('flows.version.where')}</th>
              <th scope="col">${t('flows.version', { number })}</th>
              <th scope="col">${t('flows.version.edited')}</th>
            </tr></thead>
            <tbody>${found.map(
              ({ path, before: old, after }) => html`<tr>
                <td><code>${path}</code></td>
                <td data-label=${t('flows.version', { number })}><del><code>${text(old)}</code></del></td>
                <td data-label=${t('flows.version.edited')}><ins><code>${text(after)}</code></ins></td>
              </tr>`,
            )}</tbody>
          </table>`}`;
  }
}

customElements.define('st-flow-versions', FlowVersions);
