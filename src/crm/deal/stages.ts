import { defineTexts, type Locale } from '../../chat/texts.ts';

/** What a stage is for; rules and gates hang on this, never on a label. */
export type Stage = 'lead' | 'opportunity' | 'contacted' | 'needs' | 'proposal' | 'negotiation' | 'won' | 'lost';

/** `contact-first`: 初步接触→需求分析→方案报价→商务谈判; `lead-first`: 线索→商机→需求分析→方案呈现→商务谈判. Both end in won or lost. */
export type StagePreset = 'contact-first' | 'lead-first';

const paths: Record<StagePreset, readonly Stage[]> = {
  'contact-first': ['contacted', 'needs', 'proposal', 'negotiation', 'won'],
  'lead-first': ['lead', 'opportunity', 'needs', 'proposal', 'negotiation', 'won'],
};

/** The stages of a preset in order, won last; lost stands outside the path. */
export const stagePath = (preset: StagePreset): readonly Stage[] => paths[preset];

/** The stage of this preset that a told one means: first contact is 线索 where the path begins with leads. */
export function stageIn(preset: StagePreset, told: Stage): Stage {
  if (told === 'lost' || paths[preset].includes(told)) return told;
  return paths[preset][0] ?? told;
}

/** Position on the path; -1 for lost. */
export const stageRank = (preset: StagePreset, stage: Stage): number => paths[preset].indexOf(stage);

export const isClosed = (stage: Stage): boolean => stage === 'won' || stage === 'lost';

const labels = {
  'contact-first': defineTexts({
    zh: {
      lead: '线索',
      opportunity: '商机',
      contacted: '初步接触',
      needs: '需求分析',
      proposal: '方案报价',
      negotiation: '商务谈判',
      won: '赢单',
      lost: '输单',
    },
    en: {
      lead: 'Lead',
      opportunity: 'Opportunity',
      contacted: 'Contacted',
      needs: 'Needs',
      proposal: 'Proposal',
      negotiation: 'Negotiation',
      won: 'Won',
      lost: 'Lost',
    },
  }),
  'lead-first': defineTexts({
    zh: {
      lead: '线索',
      opportunity: '商机',
      contacted: '线索',
      needs: '需求分析',
      proposal: '方案呈现',
      negotiation: '商务谈判',
      won: '赢单',
      lost: '输单',
    },
    en: {
      lead: 'Lead',
      opportunity: 'Opportunity',
      contacted: 'Lead',
      needs: 'Needs',
      proposal: 'Proposal',
      negotiation: 'Negotiation',
      won: 'Won',
      lost: 'Lost',
    },
  }),
};

export const stageLabel = (preset: StagePreset, stage: Stage, locale: Locale): string => labels[preset](locale)[stage];
