package org.shouwen.meaning;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The model, run by ONNX Runtime on the thread that asks. The runtime is no library of the product, so it is called by the
 * names of its classes; it is on the class path of the model's own process alone.
 */
final class OnnxModel {
    /** Numbers of a vector. */
    static final int SIZE = 512;

    /** A unit vector's numbers are kept as whole numbers of this many parts. */
    static final int SCALE = 512;

    private static final String PACKAGE = "ai.onnxruntime.";

    private final Object environment;
    private final Object session;
    private final Method run;
    private final Method get;
    private final Method floats;
    private final Method tensor;

    OnnxModel(byte[] model) throws ReflectiveOperationException {
        Class<?> environments = Class.forName(PACKAGE + "OrtEnvironment");
        Class<?> options = Class.forName(PACKAGE + "OrtSession$SessionOptions");
        Class<?> tensors = Class.forName(PACKAGE + "OnnxTensor");
        environment = environments.getMethod("getEnvironment").invoke(null);
        Object chosen = options.getConstructor().newInstance();
        options.getMethod("setIntraOpNumThreads", int.class).invoke(chosen, 1);
        options.getMethod("setInterOpNumThreads", int.class).invoke(chosen, 1);
        // without it the memory of the longest text that ever came stays taken
        options.getMethod("setCPUArenaAllocator", boolean.class).invoke(chosen, false);
        session = environments.getMethod("createSession", byte[].class, options).invoke(environment, model, chosen);
        run = session.getClass().getMethod("run", Map.class);
        get = Class.forName(PACKAGE + "OrtSession$Result").getMethod("get", int.class);
        floats = tensors.getMethod("getFloatBuffer");
        tensor = tensors.getMethod("createTensor", environments, LongBuffer.class, long[].class);
    }

    /** The unit vector of what these pieces mean, a signed byte a number. */
    byte[] vector(long[] pieces) throws Exception {
        long[] shape = {1, pieces.length};
        long[] ones = new long[pieces.length];
        java.util.Arrays.fill(ones, 1);
        try (AutoCloseable ids = made(pieces, shape);
                AutoCloseable mask = made(ones, shape);
                AutoCloseable types = made(new long[pieces.length], shape)) {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", mask);
            inputs.put("token_type_ids", types);
            try (AutoCloseable result = (AutoCloseable) run.invoke(session, inputs)) {
                return bytes((FloatBuffer) floats.invoke(get.invoke(result, 0)));
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private AutoCloseable made(long[] numbers, long[] shape) throws ReflectiveOperationException {
        return (AutoCloseable) tensor.invoke(null, environment, LongBuffer.wrap(numbers), shape);
    }

    /** The first piece stands for the whole: its numbers, brought to length one. */
    private static byte[] bytes(FloatBuffer all) {
        double square = 0;
        for (int i = 0; i < SIZE; i++) square += (double) all.get(i) * all.get(i);
        double length = Math.sqrt(square);
        byte[] vector = new byte[SIZE];
        for (int i = 0; i < SIZE; i++)
            vector[i] = (byte) Math.clamp(Math.round(all.get(i) / length * SCALE), -127, 127);
        return vector;
    }
}
