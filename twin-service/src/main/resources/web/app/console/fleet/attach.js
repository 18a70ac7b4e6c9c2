// Attaches the two files that a run of load-sim leaves: result.json says what it was, report.html shows it.
import { LitElement, css, html } from 'lit';
import { problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import '../../ui/dialog.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';

const MOST_BYTES = 1_500_000;

// As load-sim judges its own results.
function verdictOf({ bottleneck, interrupted, expectations }) {
  if (bottleneck) {
    return 'NOT_VALID';
  }
  return !interrupted && expectations.every(({ fulfilled }) => fulfilled) ? 'PASSED' : 'FAILED';
}

function summary(text) {
  try {
    const result = JSON.parse(text);
    const { scenario, startedAt, seconds, sockets } = result;
    return { scenario, startedAt, seconds, sockets, verdict: verdictOf(result) };
  } catch {
    return undefined;
  }
}

class AttachRun extends LitElement {
  static properties = { errors: { state: true }, busy: { state: true } };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      p {
        margin-bottom: 12px;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
  }

  render() {
    return html`<st-dialog .heading=${t('fleet.runs.attach')} @closed=${this.#closed}>
      <p class="soft">${t('fleet.runs.hint')}</p>
      <div class="form">${this.#file('result', '.json')} ${this.#file('report', '.html')}</div>
      <p class="wrong" role="alert">${this.errors['']}</p>
      <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.#attach}>
        ${t('fleet.runs.attach')}
      </button>
    </st-dialog>`;
  }

  #file(name, accept) {
    return field({
      name,
      label: t(`fleet.runs.${name}`),
      errors: this.errors,
      control: ({ id, invalid, describedBy }) => html`<input id=${id} type="file" accept=${accept}
        aria-invalid=${invalid} aria-describedby=${describedBy} />`,
    });
  }

  async #text(name) {
    const [file] = this.renderRoot.getElementById(name).files;
    return file && file.size <= MOST_BYTES ? file.text() : undefined;
  }

  #attach = async () => {
    const [result, report] = await Promise.all([this.#text('result'), this.#text('report')]);
    const run = summary(result);
    this.errors = {
      ...(run ? {} : { result: t('fleet.runs.wrong.result') }),
      ...(report ? {} : { report: t('fleet.runs.wrong.report') }),
    };
    if (!run || !report) {
      return;
    }
    this.busy = true;
    try {
      await api.attachRun({ ...run, report });
      this.dispatchEvent(new CustomEvent('attached'));
      this.renderRoot.querySelector('st-dialog').close();
    } catch (problem) {
      this.errors = { '': problemText(problem) };
    } finally {
      this.busy = false;
    }
  };

  #closed() {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}

customElements.define('st-attach-run', AttachRun);
