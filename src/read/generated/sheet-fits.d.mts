import type { Validator } from '../validator.ts';

export declare const validate: Validator;
