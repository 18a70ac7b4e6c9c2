// The fields of a timer's form.
import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { field } from '../ui/field.js';
import { DAYS, dayName } from './rule.js';
import '../ui/choice.js';

const KINDS = ['weekly', 'once', 'sun', 'cron'];

// set: takes the fields that change.
export function form({ draft, errors, set, locate }) {
  return html`
    ${draft.on === undefined ? nothing : action({ draft, set })}
    <div class="field">
      <span class="label">${t('schedule.when')}</span>
      ${choice('schedule.when', KINDS, draft.kind, 'schedule.kind', (kind) => set({ kind }))}
    </div>
    ${PARTS[draft.kind]({ draft, errors, set, locate })}
    ${field({
      name: 'name',
      label: t('schedule.name'),
      hint: t('schedule.name.hint'),
      value: draft.name,
      maxlength: 64,
      errors,
    })}
  `;
}

function choice(label, values, value, prefix, chosen) {
  return html`<st-choice
    .label=${t(label)}
    .value=${value}
    .options=${values.map((each) => ({ value: each, text: t(`${prefix}.${each}`) }))}
    @chosen=${({ detail }) => chosen(detail)}
  ></st-choice>`;
}

function action({ draft, set }) {
  return html`<div class="field">
    <span class="label">${t('schedule.what')}</span>
    <st-choice
      .label=${t('schedule.what')}
      .value=${draft.on ? 'on' : 'off'}
      .options=${[
        { value: 'on', text: t('schedule.on') },
        { value: 'off', text: t('schedule.switchOff') },
      ]}
      @chosen=${({ detail }) => set({ on: detail === 'on' })}
    ></st-choice>
  </div>`;
}

const PARTS = {
  once: ({ draft, errors }) =>
    field({
      name: 'moment',
      type: 'datetime-local',
      label: t('schedule.moment'),
      value: draft.moment,
      errors,
    }),
  weekly: (tools) => html`
    ${field({
      name: 'time',
      type: 'time',
      label: t('schedule.time'),
      value: tools.draft.time,
      errors: tools.errors,
    })}
    ${days(tools)}
  `,
  cron: ({ draft, errors }) =>
    field({
      name: 'cron',
      label: t('schedule.cronText'),
      hint: t('schedule.cron.hint'),
      value: draft.cron,
      maxlength: 200,
      errors,
    }),
  sun: (tools) => html`${sun(tools)}${days(tools)}${place(tools)}`,
};

function sun({ draft, errors, set }) {
  return html`<div class="field">
      <span class="label">${t('schedule.sun')}</span>
      ${choice('schedule.sun', ['sunrise', 'sunset'], draft.event, 'schedule.event', (event) =>
        set({ event }),
      )}
    </div>
    ${field({
      name: 'offset',
      type: 'number',
      label: t('schedule.offset'),
      hint: t('schedule.offset.hint'),
      value: draft.offset,
      min: -720,
      max: 720,
      errors,
    })}`;
}

// Only asked for when neither the socket nor its home has a place.
function place({ draft, errors, locate }) {
  if (!errors.position && draft.latitude === '' && !errors.latitude && !errors.longitude) {
    return nothing;
  }
  const degrees = (name) =>
    field({
      name,
      label: t(`schedule.${name}`),
      value: draft[name],
      inputmode: 'decimal',
      errors,
    });
  return html`<div class="field place">
    ${errors.position ? html`<p class="wrong" role="alert">${errors.position}</p>` : nothing}
    <div class="row">${degrees('latitude')}${degrees('longitude')}</div>
    <button type="button" @click=${locate}>${t('schedule.here')}</button>
  </div>`;
}

function days({ draft, errors, set }) {
  const toggled = (day, on) => DAYS.filter((each) => (each === day ? on : draft.days.includes(each)));
  return html`<fieldset class="field" aria-describedby="days-error">
    <legend>${t('schedule.days')}</legend>
    <div class="days">
      ${DAYS.map(
        (day) => html`<label
          ><input
            type="checkbox"
            .checked=${draft.days.includes(day)}
            aria-label=${dayName(day, 'long')}
            @change=${({ target }) => set({ days: toggled(day, target.checked) })}
          /><span>${dayName(day)}</span></label
        >`,
      )}
    </div>
    <p id="days-error" class="wrong" role="alert">${errors.days ?? nothing}</p>
  </fieldset>`;
}
