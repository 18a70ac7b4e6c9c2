// The twin: what the device reported and when, what is wanted of it and how far that is.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { display, label, unit } from '../../template.js';
import { Ticker } from '../../ui/ticker.js';
import { base } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago, exact } from '../parts/times.js';

class DeviceTwin extends LitElement {
  static properties = { template: { attribute: false }, twin: { attribute: false } };

  static styles = [
    base,
    partStyles,
    tableStyles,
    css`
      section {
        margin-top: 20px;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 20px;
        margin: 10px 0 0;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    new Ticker(this);
  }

  render() {
    return html`${sheet({
      columns: titles('devices.twin', 'property', 'reported', 'at', 'wanted'),
      rows: (this.template.properties ?? []).map((property) => this.#row(property)),
    })}
    ${this.#info()}`;
  }

  #row(property) {
    const reported = this.twin.reported[property.id];
    return html`<tr>
      <td>${label(property)}<span class="soft">${property.id}</span></td>
      <td data-label=${t('devices.twin.reported')} class="numbers">
        ${display(property, reported?.value) ?? '–'} ${reported ? unit(property) : nothing}
      </td>
      <td data-label=${t('devices.twin.at')} class="soft" title=${reported ? exact(reported.at) : nothing}>
        ${reported ? ago(reported.at) : nothing}
      </td>
      <td data-label=${t('devices.twin.wanted')}>${this.#wanted(property)}</td>
    </tr>`;
  }

  // The newest control that still waits.
  #wanted(property) {
    const control = this.twin.controls.findLast(({ values }) => property.id in values);
    return control
      ? badge(
          'warning',
          `${display(property, control.values[property.id])} ${unit(property)} · ${t(`stage.${control.stage}`)}`,
        )
      : nothing;
  }

  #info() {
    const info = Object.entries(this.twin.info);
    return info.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${t('devices.info')}</h2>
          <dl>${info.map(([key, value]) => html`<dt class="soft">${key}</dt><dd>${written(value)}</dd>`)}</dl>
        </section>`;
  }
}

const written = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

customElements.define('st-device-twin', DeviceTwin);
