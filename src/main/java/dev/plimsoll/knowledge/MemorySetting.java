package dev.plimsoll.knowledge;

import java.util.List;

/**
 * How a program is told an amount of memory to take.
 *
 * @param unit the grammar of the amount
 * @param settings what sets it, the stronger first
 */
record MemorySetting(MemoryUnit unit, List<ImageSetting> settings) {}
