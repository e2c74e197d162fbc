package dev.plimsoll.schema;

import dev.plimsoll.schema.SchemaNode.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.everit.json.schema.ArraySchema;
import org.everit.json.schema.BooleanSchema;
import org.everit.json.schema.CombinedSchema;
import org.everit.json.schema.EmptySchema;
import org.everit.json.schema.EnumSchema;
import org.everit.json.schema.FormatValidator;
import org.everit.json.schema.NullSchema;
import org.everit.json.schema.NumberSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.ReferenceSchema;
import org.everit.json.schema.Schema;
import org.everit.json.schema.StringSchema;
import org.everit.json.schema.regexp.JavaUtilRegexpFactory;
import org.jspecify.annotations.Nullable;

/** Shapes as schemas of everit, each made when the validator first comes by. */
final class EveritSchemas {
    private final boolean partial;
    private final Map<Shape, Schema> made = new HashMap<>();

    /**
     * Makes schemas.
     *
     * @param partial whether required keys may be missing
     */
    EveritSchemas(boolean partial) {
        this.partial = partial;
    }

    /** The schema of a shape, or of anything for null. */
    Schema of(@Nullable Shape shape) {
        return shape == null ? EmptySchema.builder().build() : new Later(shape, this);
    }

    private Schema made(Shape shape) {
        Schema schema = made.get(shape);
        if (schema == null) {
            schema = make(shape);
            made.put(shape, schema);
        }
        return schema;
    }

    private Schema make(Shape shape) {
        List<Schema> byKind = new ArrayList<>();
        if (shape.names(Kind.MAPPING)) {
            byKind.add(mapping(shape));
        }
        if (shape.names(Kind.LIST)) {
            byKind.add(ArraySchema.builder()
                    .allItemSchema(of(shape.items()))
                    .uniqueItems(shape.isDistinct())
                    .build());
        }
        if (shape.names(Kind.STRING)) {
            byKind.add(text(shape));
        }
        if (shape.names(Kind.NUMBER) || shape.names(Kind.INTEGER)) {
            byKind.add(number(shape));
        }
        if (shape.names(Kind.BOOLEAN)) {
            byKind.add(BooleanSchema.builder().build());
        }
        if (shape.names(Kind.NULL)) {
            byKind.add(NullSchema.builder().build());
        }
        return byKind.size() == 1 ? byKind.get(0) : CombinedSchema.anyOf(byKind).build();
    }

    private Schema mapping(Shape shape) {
        ObjectSchema.Builder builder = ObjectSchema.builder();
        for (String key : shape.properties()) {
            builder.addPropertySchema(key, of(shape.member(key)));
        }
        if (!partial) {
            for (String key : shape.required()) {
                builder.addRequiredProperty(key);
            }
        }
        JavaUtilRegexpFactory regexps = new JavaUtilRegexpFactory();
        List<KeyPattern> patterns = shape.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            builder.patternProperty(regexps.createHandler(patterns.get(i).pattern()), of(shape.patternShape(i)));
        }
        if (shape.isClosed()) {
            builder.additionalProperties(false);
        } else {
            builder.schemaOfAdditionalProperties(of(shape.additional()));
        }
        return builder.build();
    }

    private static Schema text(Shape shape) {
        if (!shape.words().isEmpty()) {
            EnumSchema.Builder builder = EnumSchema.builder();
            for (String word : shape.words()) {
                builder.possibleValue(word);
            }
            return builder.build();
        }
        StringSchema.Builder builder = StringSchema.builder();
        @Nullable TextFormat format = shape.format();
        if (format != null) {
            builder.formatValidator(new Format(format));
        }
        return builder.build();
    }

    private static Schema number(Shape shape) {
        NumberSchema.Builder builder = NumberSchema.builder().requiresInteger(!shape.names(Kind.NUMBER));
        @Nullable BigDecimal minimum = shape.minimum();
        if (minimum != null) {
            builder.minimum(minimum);
        }
        @Nullable BigDecimal maximum = shape.maximum();
        if (maximum != null) {
            builder.maximum(maximum);
        }
        return builder.build();
    }

    /** A reference that looks for its schema when it is followed. */
    private static final class Later extends ReferenceSchema {
        private final Shape shape;
        private final EveritSchemas schemas;

        Later(Shape shape, EveritSchemas schemas) {
            super(ReferenceSchema.builder().refValue(shape.title()));
            this.shape = shape;
            this.schemas = schemas;
        }

        @Override
        public Schema getReferredSchema() {
            return schemas.made(shape);
        }

        @Override
        public boolean definesProperty(String field) {
            return getReferredSchema().definesProperty(field);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Later later && shape == later.shape;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(shape);
        }

        @Override
        protected boolean canEqual(@Nullable Object other) {
            return other instanceof Later;
        }
    }

    /** A format of ours among everit's. */
    static final class Format implements FormatValidator {
        private final TextFormat format;

        Format(TextFormat format) {
            this.format = Objects.requireNonNull(format);
        }

        @Override
        public Optional<String> validate(String subject) {
            return format.matches(subject) ? Optional.empty() : Optional.of(format.description());
        }

        @Override
        public String formatName() {
            return format.id();
        }
    }
}
