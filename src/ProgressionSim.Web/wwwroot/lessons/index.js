// The lessons in the order they are best taken.

import { whyEarly } from './why-early.js';
import { hiddenReserve } from './hidden-reserve.js';
import { smokeDetector } from './smoke-detector.js';
import { chance } from './chance.js';
import { twins } from './twins.js';
import { trialDesigner } from './trial-designer.js';

export const lessons = [whyEarly, hiddenReserve, smokeDetector, chance, twins, trialDesigner];

/** The lesson of a name; undefined when there is none. */
export const lessonOf = name => lessons.find(lesson => lesson.name === name);
