import { crashMatrix } from './matrix';

crashMatrix('others');
